package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.metric.Absence;
import org.stillpoint.metric.Metric;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Modality;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SessionHeader;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.TrainedMuscle;

/**
 * The muscle channel that a session's training was about: the one that the session's last answer named, else the first. What
 * is told of a session is told of this one, as the screens did. One thread.
 */
final class TrainedSite {

    /** In place of a measure's: the larger of two, which is none of the pipeline's own. */
    static final int LARGER = -1;

    private static final String LEVEL = "muscle@";
    private static final String EXERCISE = "emg-relaxation";

    private final List<Metric> metrics;
    private final TrainedMuscle which;
    private final int first;
    private final int second;
    private final int firstLine;
    private final int secondLine;

    private TrainedSite(List<Metric> metrics, TrainedMuscle asked, List<Integer> lines) {
        this.metrics = metrics;
        List<Integer> levels = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            if (metrics.get(i).id().startsWith(LEVEL)) {
                levels.add(i);
            }
        }
        boolean two = levels.size() > 1 && lines.size() > 1;
        which = two ? asked : TrainedMuscle.FIRST;
        first = levels.isEmpty() ? LARGER : levels.get(0);
        second = two ? levels.get(1) : LARGER;
        firstLine = lines.isEmpty() ? -1 : lines.get(0);
        secondLine = two ? lines.get(1) : -1;
    }

    static TrainedSite of(Recording recording, List<Metric> metrics) {
        Protocol protocol = recording.header().protocol();
        TrainedMuscle asked = TrainedMuscle.FIRST;
        String begins = TrainedMuscle.QUESTION + ": ";
        if (protocol != null && protocol.exercises().contains(EXERCISE)) {
            for (Marker marker : recording.markers()) {
                if (marker.kind().equals("answer") && marker.label().startsWith(begins)) {
                    asked = TrainedMuscle.named(marker.label().substring(begins.length()));
                }
            }
        }
        List<Integer> lines = new ArrayList<>();
        int line = 0;
        for (SessionHeader.Device device : recording.header().devices()) {
            for (var channel : device.channels()) {
                if (channel.modality() == Modality.EMG) {
                    lines.add(line);
                }
                line++;
            }
        }
        return new TrainedSite(metrics, asked, lines);
    }

    /** Key of a finding about this muscle. */
    String key(String ofTheFirst) {
        return which.key(ofTheFirst);
    }

    /** Whether there is a muscle at all. */
    boolean there() {
        return firstLine >= 0;
    }

    /** Its level now, as the screens show it. */
    double level(Pipeline pipeline) {
        return which.of(pipeline.level(firstLine), secondLine < 0 ? Double.NaN : pipeline.level(secondLine));
    }

    /** Place of the measure that stands for a muscle's, where one of the muscle's levels was meant. */
    int place(int meant) {
        return meant != first || first < 0
                ? meant
                : switch (which) {
                    case FIRST -> first;
                    case SECOND -> second;
                    case LARGER -> LARGER;
                };
    }

    /** The same places, that of the trained muscle before those of the other ones. */
    int[] places(int[] places) {
        List<Integer> all = new ArrayList<>();
        for (int meant : places) {
            int trained = place(meant);
            if (trained != meant) {
                all.add(trained);
            }
            if (!all.contains(meant)) {
                all.add(meant);
            }
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    /** What is measured at a place. */
    Metric metric(int place) {
        if (place != LARGER) {
            return metrics.get(place);
        }
        Metric one = metrics.get(first);
        Metric other = metrics.get(second);
        String name = site(one) + " or " + site(other) + ", whichever is tenser"
                + (one.band().isEmpty() ? "" : ", " + one.band());
        String id = one.id() + "+" + other.id().substring(LEVEL.length());
        return new Metric(id, name, one.unit(), one.modality(), one.windowSeconds(), one.band());
    }

    private static String site(Metric metric) {
        return metric.band().isEmpty() ? metric.name() : metric.name().replace(", " + metric.band(), "");
    }

    double value(int place, Pipeline pipeline) {
        return place != LARGER
                ? pipeline.meter(place).value()
                : which.of(pipeline.meter(first).value(), pipeline.meter(second).value());
    }

    /** Why there is no value. */
    Absence reason(int place, Pipeline pipeline) {
        int asked = place != LARGER ? place : Double.isNaN(pipeline.meter(first).value()) ? first : second;
        return pipeline.meter(asked).reason();
    }
}

package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.metric.Event;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Modality;
import org.stillpoint.store.NewSession;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SampleReader;
import org.stillpoint.store.SealedStore;
import org.stillpoint.store.SessionHeader;
import org.stillpoint.store.StoreException;
import org.stillpoint.store.TimeMap;

/** Looks at a recorded session: runs the pipeline over it and draws its summary from what it finds. */
public final class SessionReview {

    private static final int MOST_POINTS = 2000;
    private static final double CURVE_STEP_SECONDS = 0.1;
    private static final double MEASURE_STEP_SECONDS = 1;
    private static final double TOLD_GAP_SECONDS = 0.25;

    private final Curve heart = new Curve();
    private final Curve breath = new Curve();
    private final Curve muscle = new Curve();
    private final List<MeasureTally> tallies = new ArrayList<>();

    private SessionReview() {}

    /** Reviews a session and stores its measures with it. @throws StoreException when it cannot be read or stored */
    public static SessionSummary store(SealedStore store, String sessionId) throws StoreException {
        SessionSummary summary = of(store.recordings().open(sessionId));
        store.sessions().measures(sessionId, summary.measures());
        return summary;
    }

    /** The measures of a session: as stored with it, or computed now. */
    public static List<MeasureResult> measures(Recording recording) throws StoreException {
        return recording.measures().isEmpty() ? of(recording).measures() : recording.measures();
    }

    /** Reviews a session; takes about a second an hour of recording. */
    public static SessionSummary of(Recording recording) throws StoreException {
        SessionReview review = new SessionReview();
        review.replay(recording);
        Curve heart = review.heart.thinned(MOST_POINTS);
        Curve breath = review.breath.thinned(MOST_POINTS);
        Curve muscle = review.muscle.thinned(MOST_POINTS);
        return new SessionSummary(
                recording.session().id(),
                recording.session().seconds(),
                heart.seconds(),
                heart.values(),
                breath.seconds(),
                breath.values(),
                muscle.seconds(),
                muscle.values(),
                lastThreshold(recording),
                recording.markers().stream()
                        .filter(marker -> marker.kind().equals("phase"))
                        .toList(),
                gaps(recording),
                review.tallies.stream().map(MeasureTally::result).toList());
    }

    private void replay(Recording recording) throws StoreException {
        try (SessionReplay replay = new SessionReplay(recording, PipelineSettings.USUAL)) {
            Pipeline pipeline = replay.pipeline();
            pipeline.metrics().forEach(metric -> tallies.add(new MeasureTally(metric)));
            int muscleLine = firstLine(recording, Modality.EMG);
            boolean belt = firstLine(recording, Modality.RESP) >= 0 || firstLine(recording, Modality.RESP2) >= 0;
            double nextPoint = Double.NEGATIVE_INFINITY;
            double nextMeasure = Double.NEGATIVE_INFINITY;
            while (replay.next()) {
                double now = replay.seconds();
                Event event = pipeline.event();
                if ((event == Event.BEAT || event == Event.PULSE) && replay.line() == pipeline.heartLine()) {
                    heart.add(pipeline.eventSeconds(), 60_000 / pipeline.eventValue());
                }
                if (now >= nextPoint) {
                    nextPoint = (Math.floor(now / CURVE_STEP_SECONDS) + 1) * CURVE_STEP_SECONDS;
                    if (belt) {
                        breath.add(now, pipeline.breathPosition());
                    }
                    if (muscleLine >= 0) {
                        muscle.add(now, pipeline.level(muscleLine));
                    }
                }
                if (now >= nextMeasure) {
                    nextMeasure = (Math.floor(now / MEASURE_STEP_SECONDS) + 1) * MEASURE_STEP_SECONDS;
                    measure(pipeline, replay.held());
                }
            }
        }
    }

    private void measure(Pipeline pipeline, boolean held) {
        for (int i = 0; i < tallies.size() && !held; i++) {
            tallies.get(i).take(pipeline.meter(i));
        }
    }

    private static int firstLine(Recording recording, Modality modality) {
        int line = 0;
        for (SessionHeader.Device device : recording.header().devices()) {
            for (Channel channel : device.channels()) {
                if (channel.modality() == modality) {
                    return line;
                }
                line++;
            }
        }
        return -1;
    }

    private static double lastThreshold(Recording recording) throws StoreException {
        int column = NewSession.FEEDBACK_COLUMNS.indexOf("threshold");
        double last = Double.NaN;
        try (SampleReader rows = recording.feedback()) {
            while (rows.next()) {
                last = Double.isNaN(rows.codes()[column]) ? last : rows.codes()[column];
            }
        }
        return last;
    }

    /** Breaks long enough to be seen, one marker each, and one for all the short ones. */
    private static List<Marker> gaps(Recording recording) {
        List<Marker> told = new ArrayList<>();
        for (int d = 0; d < recording.header().devices().size(); d++) {
            SessionHeader.Device device = recording.header().devices().get(d);
            TimeMap time = recording.time(d);
            long shortOnes = 0;
            long shortSamples = 0;
            double firstShort = Double.NaN;
            for (Gap gap : recording.gaps(d)) {
                double at = time.seconds(gap.firstIndex());
                double seconds = gap.samples() / device.rateHz();
                if (seconds >= TOLD_GAP_SECONDS) {
                    told.add(new Marker(at, "gap", words(device, gap, seconds)));
                } else {
                    firstShort = shortOnes++ == 0 ? at : firstShort;
                    shortSamples += gap.samples();
                }
            }
            if (shortOnes > 0) {
                told.add(new Marker(
                        firstShort,
                        "gap",
                        device.name() + ": " + shortSamples + " samples lost in " + shortOnes + " short breaks"));
            }
        }
        told.sort((a, b) -> Double.compare(a.tSeconds(), b.tSeconds()));
        return List.copyOf(told);
    }

    private static String words(SessionHeader.Device device, Gap gap, double seconds) {
        String what = switch (gap.reason()) {
            case "unplugged" -> "sensor was away";
            case "silence" -> "sensor sent nothing";
            case "reader" -> "the station was too slow";
            default -> "samples were lost";
        };
        return String.format(Locale.ROOT, "%s: %s for %.1f s", device.name(), what, seconds);
    }
}

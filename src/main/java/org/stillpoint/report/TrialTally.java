package org.stillpoint.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stillpoint.care.Goal;
import org.stillpoint.care.Spread;
import org.stillpoint.care.TrialMeasure;
import org.stillpoint.care.TrialResult;
import org.stillpoint.care.TrialTrace;
import org.stillpoint.care.ZoneTime;
import org.stillpoint.metric.Absence;
import org.stillpoint.metric.Metric;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;

/** One phase as it goes: once a second the measures that its goal names, and whether feedback was on the screen. One thread. */
final class TrialTally {

    private final Segment segment;
    private final TrainedSite site;
    private final List<Metric> metrics = new ArrayList<>();
    private final int[] places;
    private final double[] leadSeconds;
    private final List<Map<Absence, Integer>> absences = new ArrayList<>();
    private double[][] values = new double[0][];
    private double[] seconds = new double[0];
    private boolean[] shown = new boolean[0];
    private double[] headline = new double[0];
    private int headlineSize;
    private int count;
    private int shownCount;

    /**
     * @param all measures of the session
     * @param site the muscle that is told before another one
     * @param pacedOn whether the pacer ran on from the phase before
     */
    TrialTally(Segment segment, Protocol protocol, List<Metric> all, TrainedSite site, boolean pacedOn) {
        this.segment = segment;
        this.site = site;
        places = protocol == null
                ? new int[0]
                : site.places(Goal.of(protocol, segment.step()).places(all));
        leadSeconds = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            absences.add(new EnumMap<>(Absence.class));
            metrics.add(site.metric(places[i]));
            leadSeconds[i] = LeadIn.seconds(metrics.get(i), pacedOn);
        }
    }

    /** Whether a phase of this kind is told by measures. */
    static boolean counts(Segment segment) {
        PhaseKind kind = segment.step() == null ? null : segment.step().kind();
        return kind != null && kind != PhaseKind.INSTRUCTION && kind != PhaseKind.QUESTION && kind != PhaseKind.WRAP_UP;
    }

    Segment segment() {
        return segment;
    }

    private boolean showsFeedback() {
        return segment.step() != null && segment.step().kind().showsFeedback();
    }

    /** Takes the measure that stands for the session; a second that is never taken stays without a value. */
    void headline(double value, double tSeconds) {
        int at = (int) Math.floor(tSeconds - segment.fromSeconds());
        if (at < headlineSize) {
            return;
        }
        if (at >= headline.length) {
            headline = Arrays.copyOf(headline, Math.max(at + 1, 2 * headline.length));
        }
        Arrays.fill(headline, headlineSize, at, Double.NaN);
        headline[at] = value;
        headlineSize = at + 1;
    }

    /** The measure that stands for the session, once a second of this part. @param part which one it is */
    TrialTrace trace(int part, String word, Metric metric) {
        int size = Math.max(headlineSize, (int) Math.floor(segment.toSeconds() - segment.fromSeconds()));
        double[] values = Arrays.copyOf(headline, size);
        Arrays.fill(values, headlineSize, size, Double.NaN);
        boolean[] counted = new boolean[size];
        Arrays.fill(counted, true);
        return new TrialTrace(
                part,
                segment.title(),
                word,
                metric.modality(),
                metric.band().isEmpty() ? metric.name() : metric.name().replace(", " + metric.band(), ""),
                metric.unit(),
                1,
                values,
                counted);
    }

    void take(Pipeline pipeline, double tSeconds, boolean veiled) {
        if (count == seconds.length) {
            int longer = Math.max(64, 2 * count);
            seconds = Arrays.copyOf(seconds, longer);
            shown = Arrays.copyOf(shown, longer);
            values = Arrays.copyOf(values, longer);
        }
        double[] row = new double[places.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = site.value(places[i], pipeline);
            if (Double.isNaN(row[i]) && tSeconds - segment.fromSeconds() >= leadSeconds[i]) {
                absences.get(i).merge(site.reason(places[i], pipeline), 1, Integer::sum);
            }
        }
        values[count] = row;
        seconds[count] = tSeconds - segment.fromSeconds();
        shown[count] = showsFeedback() && !veiled;
        shownCount += shown[count] ? 1 : 0;
        count++;
    }

    /** The level of the trained muscle at rest in this phase. */
    Spread muscle() {
        int place = muscleColumn();
        return place < 0 ? Spread.NONE : Spread.of(column(place, true, true), "");
    }

    /** Band of the trained muscle, in words; empty when there is none. */
    String band() {
        int place = muscleColumn();
        return place < 0 ? "" : metrics.get(place).band();
    }

    private int muscleColumn() {
        for (int i = 0; i < places.length; i++) {
            if (metrics.get(i).id().startsWith("muscle@")) {
                return i;
            }
        }
        return -1;
    }

    /** @param levelMicrovolts of the first baseline; NaN, {@code ground} says why there is none */
    TrialResult result(double levelMicrovolts, String ground) {
        List<TrialMeasure> measures = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            Metric metric = metrics.get(i);
            double lead = leadSeconds[i];
            boolean early = count > 0 && !(seconds[count - 1] >= lead);
            String why = early ? String.format(Locale.ROOT, "needs %.0f s of its own", lead) : why(i, metric);
            boolean parts = showsFeedback();
            measures.add(new TrialMeasure(
                    metric.id(),
                    metric.name(),
                    metric.unit(),
                    early ? Spread.absent(why) : Spread.of(column(i, true, true), why),
                    parts && !early ? Spread.of(column(i, true, false), why) : Spread.NONE,
                    parts && !early ? Spread.of(column(i, false, true), why) : Spread.NONE));
        }
        int muscle = muscleColumn();
        return new TrialResult(
                segment.title(),
                segment.step() == null ? null : segment.step().kind(),
                segment.fromSeconds(),
                segment.toSeconds(),
                shownCount,
                segment.paced(),
                measures,
                muscle < 0
                        ? ZoneTime.none("no muscle is trained in it")
                        : ZoneTime.of(
                                levelMicrovolts,
                                ground,
                                column(muscle, true, true),
                                Arrays.copyOf(seconds, count),
                                Arrays.copyOf(shown, count),
                                showsFeedback()));
    }

    private String why(int place, Metric metric) {
        return absences.get(place).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> metric.reason(most.getKey()))
                .orElse("");
    }

    private double[] column(int place, boolean with, boolean without) {
        double[] column = new double[count];
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (seconds[i] >= leadSeconds[place] && (shown[i] ? with : without)) {
                column[n++] = values[i][place];
            }
        }
        return Arrays.copyOf(column, n);
    }
}

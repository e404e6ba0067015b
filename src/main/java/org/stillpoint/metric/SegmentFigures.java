package org.stillpoint.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The heart's figures of one segment of a session, each with its ground or the reason why it is absent.
 *
 * <p>The definitions are those of {@link IntervalFigures}, {@link NonlinearFigures} and {@link RhythmFigures}, of the
 * normal intervals only. Gates: the least length of each figure, at most 5 % of the intervals left out, 80 % of the time
 * covered by normal intervals; spectra and series also a stretch of that length without a break of 5 s. What compares low
 * with high frequencies is not given where the breathing was paced: slow breathing lies in the low frequencies, and the
 * ratio then says how the person breathed.
 */
public final class SegmentFigures {

    /** A phase ends with a tick of the clock. */
    private static final double TICK_SECONDS = 0.5;

    /** The first and the last interval lie partly outside, and one break may stand at an end. */
    private static final double LEAST_STRETCH = 0.95;

    private final HeartSegment segment;
    private final boolean paced;
    private final boolean belt;
    private final double leftOut;
    private final double covered;
    private final double[][] stretch;
    private final double stretchSeconds;
    private final List<SegmentFigure> out = new ArrayList<>();

    private SegmentFigures(HeartSegment segment, boolean paced, boolean belt) {
        this.segment = segment;
        this.paced = paced;
        this.belt = belt;
        leftOut = segment.leftOutShare();
        covered = segment.coverage();
        stretch = segment.stretch();
        int n = stretch[0].length;
        stretchSeconds = n == 0 ? 0 : stretch[0][n - 1] + stretch[1][0] / 1000;
    }

    /**
     * @param paced whether a pacer ran in the segment
     * @param belt whether there is a breathing sensor
     */
    public static List<SegmentFigure> of(HeartSegment segment, boolean paced, boolean belt) {
        SegmentFigures figures = new SegmentFigures(segment, paced, belt);
        figures.intervals();
        figures.spread();
        return List.copyOf(figures.out);
    }

    private void intervals() {
        double[] nn = segment.usable();
        double[] d = segment.pairs(-1);
        Map<String, Double> values = IntervalFigures.ofParts(nn, d);
        values.put("nonlinear.sd1", IntervalFigures.deviation(d) / Math.sqrt(2));
        values.put("nonlinear.sd2", IntervalFigures.deviation(segment.pairs(1)) / Math.sqrt(2));
        values.put(SegmentKind.SWING, segment.swingPerBreath());
        for (SegmentKind kind : SegmentKind.INTERVALS) {
            boolean breaths = kind.name().equals(SegmentKind.SWING);
            String gate = breaths && !belt ? Absence.NO_SENSOR.words() : reason(kind, segment.seconds());
            String missing = breaths ? "needs six whole breaths" : Absence.UNCLEAR.words();
            put(kind, values.get(kind.name()), gate, missing, segment.seconds());
        }
    }

    private void spread() {
        Map<String, Double> values = new HashMap<>();
        if (stretchSeconds >= 120 && covered >= Variability.LEAST_COVERED) {
            Figures figures = new Figures();
            RhythmFigures.into(figures, stretch[0], stretch[1]);
            NonlinearFigures.ofSeries(figures, HeartSegment.filled(stretch[0], stretch[1]));
            values.putAll(figures.values());
        }
        List<SegmentKind> kinds = new ArrayList<>(SegmentKind.SERIES);
        kinds.addAll(SegmentKind.SPECTRA);
        for (SegmentKind kind : kinds) {
            put(kind, values.get(kind.name()), reason(kind, stretchSeconds), Absence.UNCLEAR.words(), stretchSeconds);
        }
    }

    /** Why a figure is absent; empty when its gates are open. */
    private String reason(SegmentKind kind, double seconds) {
        if (segment.seconds() < kind.leastSeconds() - TICK_SECONDS) {
            return "needs " + Metric.seconds(kind.leastSeconds());
        }
        if (kind.balance() && paced) {
            return "not given where the breathing was paced";
        }
        if (leftOut > Variability.MOST_CORRECTED) {
            return Absence.CORRECTED_SHARE.words();
        }
        if (!(covered >= Variability.LEAST_COVERED) || seconds < LEAST_STRETCH * kind.leastSeconds()) {
            return Absence.ARTEFACTS.words();
        }
        return "";
    }

    private void put(SegmentKind kind, Double value, String gate, String missing, double seconds) {
        boolean there = gate.isEmpty() && value != null && Double.isFinite(value);
        out.add(new SegmentFigure(
                kind.name(),
                kind.title(),
                there ? value : Double.NaN,
                kind.unit(),
                there ? "" : gate.isEmpty() ? missing : gate,
                there ? seconds : Double.NaN,
                kind.lowHz(),
                kind.highHz(),
                100 * leftOut,
                there ? kind.recipe() : Map.of()));
    }
}

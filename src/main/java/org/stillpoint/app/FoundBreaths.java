package org.stillpoint.app;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.signal.RrVerdict;

/** The breaths of one belt as the pipeline announced them: a row for each in-breath, also for one without an end. */
final class FoundBreaths {

    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> emitted = new ArrayList<>();
    private int whole;
    private int poor;
    private double inhale = Double.NaN;
    private double inhaleEmitted = Double.NaN;
    private double exhale = Double.NaN;

    void inhale(Pipeline pipeline, double now) {
        end();
        begin(pipeline.eventSeconds(), now);
    }

    void exhale(Pipeline pipeline) {
        exhale = pipeline.eventSeconds();
    }

    void breath(Pipeline pipeline, double now) {
        whole++;
        poor += pipeline.eventVerdict() == RrVerdict.POOR ? 1 : 0;
        row(
                pipeline.eventSeconds(),
                pipeline.eventValue(),
                pipeline.breathInhaleEndSeconds(),
                pipeline.breathExhaleEndSeconds());
        begin(pipeline.eventSeconds(), now);
    }

    /** The last one has no end. */
    void end() {
        if (inhale == inhale) {
            row(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            inhale = Double.NaN;
        }
    }

    private void begin(double at, double now) {
        inhale = at;
        inhaleEmitted = now;
        exhale = Double.NaN;
    }

    private void row(double end, double depth, double inhaleEnd, double exhaleEnd) {
        rows.add(new double[] {inhale, exhale, end, depth, inhaleEnd, exhaleEnd});
        emitted.add(inhaleEmitted);
    }

    /** As {@link org.stillpoint.metric.BreathFigures} reads them. */
    List<double[]> rows() {
        return rows;
    }

    /** Why no figure can be made of them; empty when they can. */
    String poor() {
        return 2 * poor > whole
                ? "poor signal: " + poor + " of " + whole + " breaths look like noise and cannot be trusted"
                : "";
    }

    String csv(double start) {
        EventText text = new EventText("t_s,emitted_s,exhale_s,end_s,depth", start);
        for (int i = 0; i < rows.size(); i++) {
            double[] row = rows.get(i);
            text.times(row[0], emitted.get(i), row[1], row[2]);
            text.value(row[3]);
            text.end();
        }
        return text.toString();
    }
}

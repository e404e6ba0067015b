package org.stillpoint.metric;

import org.stillpoint.signal.Modality;

/**
 * Skin temperature or skin conductance level: mean of the last two seconds.
 *
 * <p>In: values of one channel, NaN where it cannot be used. Out: the channel's own unit; absent until two seconds have come
 * and when half of them cannot be used.
 */
final class SkinLevel implements Meter {

    static final double WINDOW_SECONDS = 2;

    private final double[] ring;
    private final int stride;
    private long count;
    private double value = Double.NaN;

    private SkinLevel(Ground ground) {
        ring = new double[(int) Math.max(1, Math.round(WINDOW_SECONDS * ground.rateHz()))];
        stride = Math.max(1, ring.length / 20);
    }

    static Measure temperature() {
        return new SkinKind(
                "temperature", "", "", Measure.Source.TEMPERATURE, Modality.TEMP, WINDOW_SECONDS, SkinLevel::new);
    }

    static Measure conductance() {
        return new SkinKind(
                "conductance", ", level", "", Measure.Source.CONDUCTANCE, Modality.EDA, WINDOW_SECONDS, SkinLevel::new);
    }

    @Override
    public void step(double sample, double tSeconds) {
        ring[(int) (count++ % ring.length)] = sample;
        // made anew ten times a second, because a running sum would drift within a session
        if (count < ring.length || count % stride != 0) {
            return;
        }
        double sum = 0;
        int used = 0;
        for (double one : ring) {
            if (Double.isFinite(one)) {
                sum += one;
                used++;
            }
        }
        value = 2 * used > ring.length ? sum / used : Double.NaN;
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? value : Double.NaN;
    }

    @Override
    public Absence reason() {
        if (count < ring.length + stride) {
            return Absence.NOT_ENOUGH_YET;
        }
        return value == value ? Absence.NONE : Absence.ARTEFACTS;
    }

    @Override
    public void reset() {
        count = 0;
        value = Double.NaN;
    }
}

package org.stillpoint.metric;

import org.stillpoint.signal.MovingRms;

/**
 * How unevenly two muscles work: 100 |a - b| over the larger, of RMS over a second with each channel's noise floor taken off
 * in power.
 *
 * <p>In: filtered values of both channels. Out: percent, 0 = even; absent until both windows are full, where the larger lies
 * under three noise floors, when a channel had no value for half a second, and where a noise floor is not known or the two
 * were measured in different bands: those cannot be compared. A hint, not a diagnosis.
 */
final class MuscleAsymmetry implements Meter {

    static final double WINDOW_SECONDS = 1;

    private static final double STALE_SECONDS = 0.5;
    private static final double ABOVE_FLOOR = 3;

    private final boolean comparable;
    private final double floor;
    private final double otherFloor;
    private final MovingRms rms;
    private final MovingRms otherRms;
    private double level = Double.NaN;
    private double otherLevel = Double.NaN;
    private double at = Double.NaN;
    private double otherAt = Double.NaN;
    private double now = Double.NaN;

    private MuscleAsymmetry(Ground ground) {
        Ground other = ground.partner() == null ? ground : ground.partner();
        floor = ground.floorMicrovolts();
        otherFloor = other.floorMicrovolts();
        comparable = floor > 0
                && otherFloor > 0
                && ground.band().known()
                && ground.band().equals(other.band());
        rms = new MovingRms(Math.max(1, (int) Math.round(WINDOW_SECONDS * ground.rateHz())));
        otherRms = new MovingRms(Math.max(1, (int) Math.round(WINDOW_SECONDS * other.rateHz())));
    }

    static Measure measure() {
        return new MuscleKind(
                "asymmetry", "uneven with", "%", WINDOW_SECONDS, Measure.Partner.SECOND_MUSCLE, MuscleAsymmetry::new);
    }

    @Override
    public void step(double sample, double tSeconds) {
        now = tSeconds;
        if (Double.isFinite(sample)) {
            level = rms.step(sample);
            at = tSeconds;
        }
    }

    @Override
    public void partner(double sample, double tSeconds) {
        if (Double.isFinite(sample)) {
            otherLevel = otherRms.step(sample);
            otherAt = tSeconds;
        }
    }

    private static double above(double level, double floor) {
        return Math.sqrt(Math.max(0, level * level - floor * floor));
    }

    @Override
    public double value() {
        if (reason() != Absence.NONE) {
            return Double.NaN;
        }
        double a = above(level, floor);
        double b = above(otherLevel, otherFloor);
        return 100 * Math.abs(a - b) / Math.max(a, b);
    }

    @Override
    public Absence reason() {
        if (!comparable) {
            return Absence.NO_REFERENCE;
        }
        if (level != level || otherLevel != otherLevel) {
            return Absence.NOT_ENOUGH_YET;
        }
        if (now - at > STALE_SECONDS || now - otherAt > STALE_SECONDS) {
            return Absence.ARTEFACTS;
        }
        boolean strong = level > ABOVE_FLOOR * floor || otherLevel > ABOVE_FLOOR * otherFloor;
        return strong ? Absence.NONE : Absence.SENSOR_LIMIT;
    }

    @Override
    public void reset() {
        rms.reset();
        otherRms.reset();
        level = Double.NaN;
        otherLevel = Double.NaN;
        at = Double.NaN;
        otherAt = Double.NaN;
        now = Double.NaN;
    }
}

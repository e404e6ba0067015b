package org.stillpoint.metric;

import org.stillpoint.signal.Modality;
import org.stillpoint.signal.MovingRms;

/**
 * Muscle tension: RMS over a moving window, in µV within the band that its name states, or in sensor units for an envelope.
 *
 * <p>In: filtered values of one channel, NaN where the channel cannot be used. Out: absent until the window is full, when
 * half a second had no usable value, and where it lies under twice the noise floor: that is no number and earns nothing.
 */
final class MuscleLevel implements Meter {

    private static final double STALE_SECONDS = 0.5;

    private final MovingRms rms;
    private final double least;
    private final double rateHz;
    private double value = Double.NaN;
    private long missing;
    private boolean seen;

    private MuscleLevel(Ground ground, double seconds) {
        rateHz = ground.rateHz();
        rms = new MovingRms(Math.max(1, (int) Math.round(seconds * rateHz)));
        double limit = ground.leastMicrovolts();
        least = limit > 0 ? limit : 0;
    }

    /** Over one second, for reading. */
    static Measure number() {
        return new Kind("muscle", 1);
    }

    @Override
    public void step(double sample, double tSeconds) {
        if (!Double.isFinite(sample)) {
            if (++missing > STALE_SECONDS * rateHz && seen) {
                rms.reset();
                value = Double.NaN;
            }
            return;
        }
        missing = 0;
        seen = true;
        value = rms.step(sample);
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? value : Double.NaN;
    }

    @Override
    public Absence reason() {
        if (missing > STALE_SECONDS * rateHz) {
            return seen ? Absence.ARTEFACTS : Absence.NOT_ENOUGH_YET;
        }
        if (value != value) {
            return Absence.NOT_ENOUGH_YET;
        }
        // Exactly nothing is a dead channel, never a resting muscle.
        return value < least || value == 0 ? Absence.SENSOR_LIMIT : Absence.NONE;
    }

    @Override
    public void reset() {
        rms.reset();
        value = Double.NaN;
        missing = 0;
        seen = false;
    }

    /** One of the two windows. */
    private record Kind(String id, double seconds) implements Measure {

        @Override
        public Source source() {
            return Source.MUSCLE;
        }

        @Override
        public Metric metric(Ground ground) {
            EmgBand band = ground.band();
            String name = ground.channel().name() + (band.known() ? ", " + band.words() : "");
            String unit = band.known() ? "µV" : "sensor units";
            return new Metric(id + "@" + ground.channel().id(), name, unit, Modality.EMG, seconds, band.words());
        }

        @Override
        public Meter meter(Ground ground) {
            return new MuscleLevel(ground, seconds);
        }
    }
}

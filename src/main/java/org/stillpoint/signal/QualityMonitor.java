package org.stillpoint.signal;

/**
 * Says from each code how far a channel can be trusted, in words that a therapist understands.
 *
 * <p>In: the device's codes, NaN for a lost one. Rules, the gravest first: nothing for half a second is {@code LOST}; at
 * either end of the range for 20 ms is {@code RAILED}, for most of 0.8 s {@code OFF}; less than one step of change in 2 s
 * (breath 15 s, skin conductance a minute, temperature never) is {@code FLAT}; swings several times the usual are {@code MOVING}; a third of the
 * power at 50 or 60 Hz is {@code MAINS}; a muscle under twice the noise floor is {@code SENSOR_LIMIT}. A railed word stays
 * half a second after the last such sample. One instance a channel, one thread, no allocation in {@link #step}.
 */
public final class QualityMonitor {

    private static final double RAIL_SECONDS = 0.02;
    private static final double OFF_SECONDS = 0.8;
    private static final double RAIL_HOLD_SECONDS = 0.5;
    private static final double LOST_SECONDS = 0.5;
    private static final double SETTLE_SECONDS = 0.5;

    private final Channel channel;
    private final double rateHz;
    private final boolean continuous;
    private final boolean watched;
    private final double flatSeconds;
    private final double stepCodes;
    private final HumMeter hum;
    private final SwingWatch swing;
    private final BiquadCascade muscleBand;
    private final MovingRms muscle;
    private Quality quality = Quality.SETTLING;
    private long samples;
    private long lost;
    private long railed;
    private double railShare;
    private long sinceRail = Long.MAX_VALUE / 2;
    private double flatLow = Double.NaN;
    private double flatHigh = Double.NaN;
    private long flatFor;
    private double muscleRms = Double.NaN;

    /** @throws IllegalArgumentException if the rate is not positive */
    public QualityMonitor(Channel channel, double rateHz) {
        SampleRate.check("a channel", rateHz, 0);
        this.channel = channel;
        this.rateHz = rateHz;
        Modality kind = channel.modality();
        boolean electric = kind == Modality.ECG || kind == Modality.EMG;
        boolean slow = kind == Modality.RESP || kind == Modality.RESP2 || kind == Modality.EDA || kind == Modality.TEMP;
        watched = electric || slow || kind == Modality.PPG;
        continuous = watched;
        flatSeconds = flatSeconds(kind);
        double known = channel.noise().step() / Math.abs(channel.scale());
        boolean integers = channel.lowestCode() == channel.lowestCode();
        stepCodes = known > 0 && Double.isFinite(known) ? known * (1 - 1e-9) : integers ? 1 : Double.MIN_NORMAL;
        hum = electric || kind == Modality.PPG ? new HumMeter(rateHz) : null;
        swing = electric || kind == Modality.PPG ? new SwingWatch(rateHz, kind) : null;
        boolean floorKnown = channel.noise().least() > 0;
        boolean limited = kind == Modality.EMG && floorKnown && rateHz > 60;
        muscleBand = limited ? Butterworth.highPass(2, 20, rateHz) : null;
        muscle = limited ? new MovingRms((int) Math.ceil(rateHz)) : null;
    }

    /** How long a sensor may stand still: a body's temperature does, skin conductance on few codes for a while. */
    private static double flatSeconds(Modality kind) {
        return switch (kind) {
            case TEMP -> Double.POSITIVE_INFINITY;
            case EDA -> 60;
            case RESP, RESP2 -> 15;
            default -> 2;
        };
    }

    /** Takes one code; the quality of the newest stretch. */
    public Quality step(double code) {
        samples++;
        if (!Double.isFinite(code)) {
            lost++;
            if (lost > LOST_SECONDS * rateHz && continuous) {
                quality = Quality.LOST;
            }
            return quality;
        }
        lost = 0;
        if (!watched) {
            quality = Quality.GOOD;
            return quality;
        }
        rail(code);
        flat(code);
        double value = channel.value(code);
        if (hum != null) {
            hum.step(value);
        }
        if (swing != null && sinceRail < RAIL_HOLD_SECONDS * rateHz) {
            swing.skip();
        } else if (swing != null) {
            swing.step(value);
        }
        if (muscle != null) {
            double rms = muscle.step(muscleBand.step(value));
            muscleRms = rms == rms ? rms : muscleRms;
        }
        quality = word();
        return quality;
    }

    private void rail(double code) {
        boolean at = code <= channel.lowestCode() || code >= channel.highestCode();
        railed = at ? railed + 1 : 0;
        railShare += ((at ? 1 : 0) - railShare) * Math.min(1, 1 / (0.5 * rateHz));
        if (railed >= Math.max(2, RAIL_SECONDS * rateHz)) {
            sinceRail = 0;
        } else {
            sinceRail++;
        }
    }

    private void flat(double code) {
        if (!(code - flatLow < stepCodes && flatHigh - code < stepCodes)) {
            flatLow = code;
            flatHigh = code;
            flatFor = 0;
            return;
        }
        flatLow = Math.min(flatLow, code);
        flatHigh = Math.max(flatHigh, code);
        flatFor++;
    }

    private Quality word() {
        if (sinceRail < RAIL_HOLD_SECONDS * rateHz) {
            // 0.8 s at the rail fill the leaky mean to 80 %
            return railShare > 1 - StrictMath.exp(-OFF_SECONDS / 0.5) ? Quality.OFF : Quality.RAILED;
        }
        if (flatFor >= flatSeconds * rateHz) {
            return Quality.FLAT;
        }
        if (samples < SETTLE_SECONDS * rateHz) {
            return Quality.SETTLING;
        }
        if (swing != null && swing.moving()) {
            return Quality.MOVING;
        }
        if (hum != null && hum.loud()) {
            return Quality.MAINS;
        }
        if (muscle != null && muscleRms < channel.noise().least()) {
            return Quality.SENSOR_LIMIT;
        }
        return Quality.GOOD;
    }

    /** The newest word. */
    public Quality quality() {
        return quality;
    }

    /** Mains frequency that is heard, 50 or 60; NaN when none is. */
    public double humHz() {
        return hum == null ? Double.NaN : hum.humHz();
    }
}

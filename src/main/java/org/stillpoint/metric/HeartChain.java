package org.stillpoint.metric;

import java.util.Arrays;
import org.stillpoint.signal.BeatShape;
import org.stillpoint.signal.BiquadCascade;
import org.stillpoint.signal.Butterworth;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PulseDetector;
import org.stillpoint.signal.QrsDetector;
import org.stillpoint.signal.Quality;
import org.stillpoint.signal.RrCleaner;
import org.stillpoint.signal.RrVerdict;

/** An ECG or a PPG: beats, their intervals with a verdict, and a trace without wander for the screen. */
final class HeartChain implements Chain {

    /** A beat is announced while its wave lies within so many seconds. */
    private static final double R_SECONDS = 0.4;

    private static final double PULSE_SECONDS = 1;

    private final double rateHz;
    private final QrsDetector qrs;
    private final PulseDetector pulse;
    private final BiquadCascade display;
    private final RrCleaner cleaner = new RrCleaner();
    private double level = Double.NaN;
    private double eventSeconds = Double.NaN;
    private double rrMillis = Double.NaN;
    private double before = Double.NaN;
    private final double[] newest;
    private int place;
    private double height = Double.NaN;
    private RrVerdict verdict = RrVerdict.NONE;
    private BeatShape shape = BeatShape.UNKNOWN;
    private boolean broken;
    private boolean begun;
    private boolean held;

    HeartChain(Modality modality, double rateHz) {
        this.rateHz = rateHz;
        boolean ecg = modality == Modality.ECG;
        qrs = ecg ? new QrsDetector(rateHz) : null;
        pulse = ecg ? null : new PulseDetector(rateHz);
        newest = new double[Math.max(2, (int) Math.round((ecg ? R_SECONDS : PULSE_SECONDS) * rateHz))];
        Arrays.fill(newest, Double.NaN);
        display = Butterworth.bandPass(1, 0.5, Math.min(ecg ? 40 : 10, 0.4 * rateHz), rateHz);
    }

    @Override
    public Event step(double value, Quality quality, double tSeconds) {
        boolean there = Double.isFinite(value);
        if (there && !begun) {
            display.settle(value);
            begun = true;
        }
        boolean blind = quality == Quality.OFF || quality == Quality.FLAT || quality == Quality.LOST;
        level = there && !blind ? display.step(value) : Double.NaN;
        newest[place] = level;
        place = (place + 1) % newest.length;
        double seen = blind ? Double.NaN : value;
        boolean found = qrs != null ? qrs.step(seen) : pulse.step(seen);
        if (blind || quality == Quality.RAILED) {
            breakOff();
        }
        if (!found || quality == Quality.RAILED) {
            return Event.NONE;
        }
        double back = qrs != null ? qrs.samples() - 1 - qrs.beatSample() : pulse.samples() - 1 - pulse.beatSample();
        double at = tSeconds - back / rateHz;
        if (at <= before) {
            return Event.NONE;
        }
        eventSeconds = at;
        height = span();
        rrMillis = broken ? Double.NaN : (at - before) * 1000;
        before = at;
        broken = false;
        shape = qrs != null ? qrs.beatShape() : BeatShape.UNKNOWN;
        verdict = held || quality == Quality.MOVING || poor() ? unjudged() : cleaner.step(rrMillis, shape);
        return qrs != null ? Event.BEAT : Event.PULSE;
    }

    private double span() {
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (double value : newest) {
            highest = Math.max(highest, value);
            lowest = Math.min(lowest, value);
        }
        return highest - lowest;
    }

    private RrVerdict unjudged() {
        cleaner.step(Double.NaN, shape);
        return rrMillis == rrMillis ? RrVerdict.POOR : RrVerdict.NONE;
    }

    @Override
    public boolean poor() {
        return qrs != null ? qrs.poor() : pulse.poor();
    }

    @Override
    public void hold(boolean on) {
        held = on;
        breakOff();
    }

    /** The next beat has no neighbour before it. */
    private void breakOff() {
        broken = true;
    }

    /** Height of the newest beat's R wave or of its pulse wave, wander taken off; NaN where values are missing. */
    double height() {
        return height;
    }

    /** Of the newest beat; of a pulse nothing is known. */
    BeatShape shape() {
        return shape;
    }

    RrVerdict verdict() {
        return verdict;
    }

    @Override
    public double eventSeconds() {
        return eventSeconds;
    }

    @Override
    public double eventValue() {
        return rrMillis;
    }

    @Override
    public double level() {
        return level;
    }
}

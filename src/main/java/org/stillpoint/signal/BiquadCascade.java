package org.stillpoint.signal;

/**
 * Second-order sections one after the other.
 *
 * <p>In and out as {@link Biquad}: NaN and infinities give NaN and change nothing. One instance a channel, one thread, no
 * allocation in {@link #step}.
 */
public final class BiquadCascade {

    private final Biquad[] sections;

    /** Takes the sections over: no other cascade may use them. */
    public BiquadCascade(Biquad... sections) {
        this.sections = sections.clone();
    }

    /** The filtered value; NaN for a NaN or infinite one. */
    public double step(double value) {
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        double out = value;
        for (Biquad section : sections) {
            out = section.step(out);
        }
        if (out != out) {
            reset();
        }
        return out;
    }

    /** Forgets all it has seen. */
    public void reset() {
        for (Biquad section : sections) {
            section.reset();
        }
    }

    /** Sets the state as if {@code value} had been there for ever: no ringing after a gap or at the start. */
    public void settle(double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        double out = value;
        for (Biquad section : sections) {
            out = section.settle(out);
        }
    }

    /** Group delay in seconds at {@code frequencyHz}, from the slope of the phase. */
    public double delaySeconds(double frequencyHz, double rateHz) {
        double omega = 2 * Math.PI * frequencyHz / rateHz;
        double half = Math.min(1e-5, omega / 2);
        double sum = 0;
        for (Biquad section : sections) {
            double slope = section.phase(omega + half) - section.phase(omega - half);
            sum += StrictMath.IEEEremainder(slope, 2 * Math.PI);
        }
        return -sum / (2 * half) / rateHz;
    }

    /** Gain at {@code frequencyHz}. */
    public double gain(double frequencyHz, double rateHz) {
        double gain = 1;
        for (Biquad section : sections) {
            gain *= section.gain(2 * Math.PI * frequencyHz / rateHz);
        }
        return gain;
    }
}

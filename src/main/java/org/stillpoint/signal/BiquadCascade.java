package org.stillpoint.signal;

/**
 * Second-order sections one after the other.
 *
 * <p>In and out as {@link Biquad}: NaN and infinities give NaN and change nothing. One instance a channel, one thread, no
 * allocation in {@link #step}.
 */
public final class BiquadCascade {

    private final Biquad[] sections;

    // the first four stand by themselves as well: without a loop a muscle's chain takes three quarters of the time
    private final Biquad first;
    private final Biquad second;
    private final Biquad third;
    private final Biquad fourth;

    /** Takes the sections over: no other cascade may use them. */
    public BiquadCascade(Biquad... sections) {
        this.sections = sections.clone();
        first = section(0);
        second = section(1);
        third = section(2);
        fourth = section(3);
    }

    private Biquad section(int place) {
        return place < sections.length ? sections[place] : null;
    }

    /** The filtered value; NaN for a NaN or infinite one. */
    public double step(double value) {
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        double out = run(value);
        if (!Double.isFinite(out)) {
            reset();
            return Double.NaN;
        }
        return out;
    }

    private double run(double value) {
        if (first == null) {
            return value;
        }
        double out = first.run(value);
        if (second == null) {
            return out;
        }
        out = second.run(out);
        if (third == null) {
            return out;
        }
        out = third.run(out);
        if (fourth == null) {
            return out;
        }
        out = fourth.run(out);
        for (int i = 4; i < sections.length; i++) {
            out = sections[i].run(out);
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

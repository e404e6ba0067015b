package org.stillpoint.signal;

/**
 * One second-order section, transposed direct form II, with its own state.
 *
 * <p>In: any unit; NaN and infinities give NaN and leave the state whole. Out: the same unit. One instance a channel, one
 * thread, no allocation in {@link #step}. A state that overflowed is cleared; one that has decayed under 1e-150 is set to
 * zero, because denormal numbers are slow.
 */
public final class Biquad {

    private static final double DENORMAL = 1e-150;

    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double s1;
    private double s2;

    /** Coefficients as in {@code (b0 + b1 z^-1 + b2 z^-2) / (1 + a1 z^-1 + a2 z^-2)}. */
    public Biquad(double b0, double b1, double b2, double a1, double a2) {
        if (!Double.isFinite(b0 + b1 + b2 + a1 + a2)) {
            throw new IllegalArgumentException(
                    "coefficients must be finite: " + b0 + ", " + b1 + ", " + b2 + ", " + a1 + ", " + a2);
        }
        this.b0 = b0;
        this.b1 = b1;
        this.b2 = b2;
        this.a1 = a1;
        this.a2 = a2;
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

    /** The step without its checks: after an overflow neither the value nor the state is a number. */
    double run(double value) {
        double out = b0 * value + s1;
        double next = b1 * value - a1 * out + s2;
        s1 = Math.abs(next) < DENORMAL ? 0 : next;
        next = b2 * value - a2 * out;
        s2 = Math.abs(next) < DENORMAL ? 0 : next;
        return out;
    }

    /** Forgets all it has seen. */
    public void reset() {
        s1 = 0;
        s2 = 0;
    }

    /** Sets the state as if {@code value} had been there for ever, and returns what comes out of it. */
    double settle(double value) {
        double out = value * (b0 + b1 + b2) / (1 + a1 + a2);
        s2 = b2 * value - a2 * out;
        s1 = b1 * value - a1 * out + s2;
        return out;
    }

    /** Phase in radians at {@code omega} radians a sample. */
    double phase(double omega) {
        double c1 = StrictMath.cos(omega);
        double n1 = StrictMath.sin(omega);
        double c2 = StrictMath.cos(2 * omega);
        double n2 = StrictMath.sin(2 * omega);
        double up = StrictMath.atan2(-b1 * n1 - b2 * n2, b0 + b1 * c1 + b2 * c2);
        double down = StrictMath.atan2(-a1 * n1 - a2 * n2, 1 + a1 * c1 + a2 * c2);
        return up - down;
    }

    /** Gain at {@code omega} radians a sample. */
    double gain(double omega) {
        double c1 = StrictMath.cos(omega);
        double n1 = StrictMath.sin(omega);
        double c2 = StrictMath.cos(2 * omega);
        double n2 = StrictMath.sin(2 * omega);
        return StrictMath.hypot(b0 + b1 * c1 + b2 * c2, b1 * n1 + b2 * n2)
                / StrictMath.hypot(1 + a1 * c1 + a2 * c2, a1 * n1 + a2 * n2);
    }
}

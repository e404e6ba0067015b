package org.stillpoint.bench;

import java.util.function.DoubleUnaryOperator;

/** Goes round a signal a thousand values at a time, so that one measured call is long enough for the clock. */
final class Block {

    static final int SAMPLES = 1000;

    private final double[] signal;
    private int at;

    Block(double[] signal) {
        if (signal.length % SAMPLES != 0) {
            throw new IllegalArgumentException("no whole blocks in " + signal.length + " values");
        }
        this.signal = signal;
    }

    /** Sum of what a kernel makes of the next thousand values, so that no compiler can leave it out. */
    double through(DoubleUnaryOperator kernel) {
        double sum = 0;
        int to = at + SAMPLES;
        for (int i = at; i < to; i++) {
            sum += kernel.applyAsDouble(signal[i]);
        }
        at = to % signal.length;
        return sum;
    }
}

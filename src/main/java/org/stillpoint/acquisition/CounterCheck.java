package org.stillpoint.acquisition;

import org.stillpoint.device.SampleSink;

/**
 * Believes a jump of the device's counter only when the next sample agrees with it.
 *
 * <p>A bit that flips in the counter of a frame without a check sum looks like two losses, there and back, that together
 * are one whole round of the counter, and would move everything after it. So the first sample after a jump waits for the
 * one after it: where the two jumps add up to a whole round, nothing was lost. One thread; allocates nothing.
 */
final class CounterCheck implements SampleSink {

    private final SampleSink next;
    private final double[] waiting;
    private int modulus;
    private long jump;
    private boolean jumped;
    private boolean waits;

    /** @param next gets what is believed */
    CounterCheck(int channels, SampleSink next) {
        this.waiting = new double[channels];
        this.next = next;
    }

    /** Samples after which the counter starts again; 0 = none. */
    void modulus(int samples) {
        modulus = samples;
    }

    /** Whether a sample waits for the one after it. */
    boolean waits() {
        return waits;
    }

    /** Samples that are missing in front of the one that waits, if its counter is right. */
    long jump() {
        return jump;
    }

    @Override
    public void lost(long samples) {
        if (waits && modulus > 0 && (jump + samples) % modulus == 0) {
            waits = false;
            jumped = false;
            jump = 0;
            next.sample(waiting);
            return;
        }
        settle();
        jump += samples;
        jumped = true;
    }

    @Override
    public void sample(double[] codes) {
        if (waits) {
            settle();
        }
        if (!jumped) {
            next.sample(codes);
            return;
        }
        System.arraycopy(codes, 0, waiting, 0, waiting.length);
        waits = true;
    }

    /** Nothing more is to be waited for: the jump is believed. */
    void settle() {
        if (!waits) {
            return;
        }
        long samples = jump;
        waits = false;
        jumped = false;
        jump = 0;
        next.lost(samples);
        next.sample(waiting);
    }

    /** The line was opened anew. */
    void reset() {
        settle();
        jump = 0;
        jumped = false;
    }
}

package org.stillpoint.app;

import org.stillpoint.acquisition.Clock;

/**
 * A fixed piece of work, timed before and after each block of a measurement: when it takes longer than usual, the machine
 * was busy with something else and the block says nothing about the program.
 */
final class ReferenceLoop {

    /** A block is dropped when the loop moved by more than this share. */
    static final double TOLERANCE = 0.15;

    private static final int WORDS = 1 << 16;
    private static final int ROUNDS = 40;

    private final Clock clock;
    private final int[] memory = new int[WORDS];
    private int sum;

    ReferenceLoop(Clock clock) {
        this.clock = clock;
        for (int i = 0; i < 20; i++) {
            millis();
        }
    }

    /** How long the loop takes now. */
    double millis() {
        long start = clock.nanos();
        int x = 12345;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < WORDS; i++) {
                x = x * 1103515245 + 12345;
                memory[(x >>> 8) & (WORDS - 1)] += i;
            }
        }
        sum += memory[x & (WORDS - 1)];
        return (clock.nanos() - start) / 1e6;
    }

    /** So that nobody can leave the loop out. */
    int sum() {
        return sum;
    }
}

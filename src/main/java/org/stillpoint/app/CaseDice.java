package org.stillpoint.app;

import java.util.Random;

/** Chance for simulated people: the same seed and place give the same person. */
final class CaseDice {

    private CaseDice() {}

    static Random of(long seed, int index) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + index * 0xD1B54A32D192ED03L);
        random.nextLong();
        return random;
    }

    static double between(Random random, double from, double to) {
        return from + (to - from) * random.nextDouble();
    }
}

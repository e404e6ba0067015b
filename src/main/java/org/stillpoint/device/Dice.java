package org.stillpoint.device;

/**
 * Chance that depends on the seed, the kind of fault and the sample's number alone, so that a run repeats exactly whenever
 * a reader comes. The mixing is the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
 */
final class Dice {

    private final long seed;

    Dice(long seed) {
        this.seed = seed;
    }

    /** Whether something of this share happens to a sample. */
    boolean falls(double share, int kind, long sample) {
        return share > 0 && (bits(kind, sample) >>> 11) * 0x1.0p-53 < share;
    }

    /** 0 … bound - 1. */
    int below(int bound, int kind, long sample) {
        return (int) Long.remainderUnsigned(bits(kind, sample), bound);
    }

    /** 64 random bits. */
    long bits(int kind, long sample) {
        long z = seed * 0x9E3779B97F4A7C15L + kind * 0xD1B54A32D192ED03L + sample * 0x8CB92BA72F3D8DD7L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}

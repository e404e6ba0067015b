package org.stillpoint.training;

import java.util.Arrays;

/**
 * How fast and how far a muscle lets go after a cue. Fed every 20 ms; preallocated, one thread.
 *
 * <p>The muscle has let go when its level over a quarter second comes under the limit for half a second, and does not go
 * above it again for two; how much of the ten seconds after that lay under the limit is told beside it. When exactly it came
 * under it is read from the newest 20 ms alone, so that no window delays it: an exponential fall from the contraction's level
 * to the rest that followed is fitted to their powers by maximum likelihood, a block counting at its middle. Where the fall's
 * end does not fit into that curve (the muscle lets go in stages, or twitches), only its end is fitted. The band's own delay
 * (1 to 2 ms) is left.
 *
 * <p>Under the limit: mean and one standard deviation of the rest before training (an engineering choice).
 */
final class LettingGo {

    static final double HELD_SECONDS = 10;

    private static final int PER_SECOND = 50;
    private static final int CAPACITY = 120 * PER_SECOND;
    private static final double TICK_SECONDS = 1.0 / PER_SECOND;
    private static final double BEFORE_SECONDS = 0.6;
    private static final int STAYS_TICKS = PER_SECOND / 2;
    private static final int TENSE_AGAIN_TICKS = 2 * PER_SECOND;
    private static final double WINDOW_SECONDS = 0.25;
    private static final double TRUSTED_SECONDS = 0.5;
    private static final double END_SECONDS = 0.35;
    private static final int TOP_TICKS = 10;

    /** So much worse in -2 log likelihood may the whole curve fit the fall's end: 0.1 % of chance with two free numbers. */
    private static final double WORSE = 13.8;

    private static final double LEAST_CONTRACTION = 1.5;
    private static final double LONGEST_CONSTANT_SECONDS = 5;
    private static final double SHORTEST_CONSTANT_SECONDS = 0.01;

    /** Directions in which the fit looks for something better: crossing, time constant. */
    private static final int[] CROSSING = {1, -1, 0, 0, 1, -1, 1, -1};

    private static final int[] CONSTANT = {0, 0, 1, -1, -1, 1, 1, -1};

    private final double[] times = new double[CAPACITY];
    private final double[] powers = new double[CAPACITY];
    private final double[] levels = new double[CAPACITY];
    private final double[] sorted = new double[CAPACITY];
    private long count;
    private long cue = -1;
    private long under = -1;
    private int seen;
    private int stayed;
    private int above;
    private int missing;
    private double limit = Double.NaN;
    private double from = Double.NaN;
    private double crossing;
    private double constant;
    private double reactionSeconds = Double.NaN;
    private double releaseSeconds = Double.NaN;
    private double restMicrovolts = Double.NaN;

    /**
     * @param blockMicrovolts RMS of the newest 20 ms; NaN = unusable
     * @param levelMicrovolts RMS over a quarter second; NaN = unusable
     */
    void step(double tSeconds, double blockMicrovolts, double levelMicrovolts) {
        int place = place(count++);
        times[place] = tSeconds;
        powers[place] = blockMicrovolts * blockMicrovolts;
        levels[place] = levelMicrovolts;
        if (cue < 0) {
            return;
        }
        if (levelMicrovolts != levelMicrovolts) {
            missing++;
            return;
        }
        if (under >= 0) {
            boolean below = levelMicrovolts < limit;
            if (seen < HELD_SECONDS * PER_SECOND) {
                seen++;
                stayed += below ? 1 : 0;
            }
            above = below ? 0 : above + 1;
            if (above >= TENSE_AGAIN_TICKS || above > 0 && seen < STAYS_TICKS) {
                under = -1;
            }
        }
        if (under < 0 && levelMicrovolts < limit) {
            under = count - 1;
            seen = 1;
            stayed = 1;
            above = 0;
        }
    }

    private static int place(long index) {
        return (int) (index % CAPACITY);
    }

    /** The muscle is asked to let go, at the newest step. */
    void cue(double limitMicrovolts) {
        cue = count;
        under = -1;
        missing = 0;
        limit = limitMicrovolts;
        from = rms(Math.max(0, count - Math.round(BEFORE_SECONDS * PER_SECOND)), count);
        reactionSeconds = Double.NaN;
        releaseSeconds = Double.NaN;
        restMicrovolts = Double.NaN;
    }

    /** Nothing is watched any more. */
    void forget() {
        cue = -1;
        under = -1;
    }

    boolean watching() {
        return cue >= 0;
    }

    /** Seconds for which it has been let go so far; 0 = not yet. */
    double heldSeconds() {
        return under < 0 ? 0 : (count - under) * TICK_SECONDS;
    }

    /** Whether there was a contraction to let go of, and a channel to see it with for nine tenths of the time. */
    boolean judgeable() {
        return cue >= 0 && from > LEAST_CONTRACTION * limit && missing < 0.1 * Math.max(PER_SECOND, count - cue);
    }

    /** Works out the times; once, when enough has been seen. */
    void judge() {
        if (under < 0) {
            // what is left at the end of the pause
            restMicrovolts = median(Math.max(cue, count - 5L * PER_SECOND), count);
            return;
        }
        restMicrovolts = median(Math.min(count - 1, under + PER_SECOND / 2), Math.min(count, under + 5L * PER_SECOND));
        double crossed = times[place(under)] - times[place(cue - 1)];
        releaseSeconds = Math.max(0, crossed - WINDOW_SECONDS / 2);
        double rest = Math.min(restMicrovolts, 0.97 * limit);
        double depth = Math.log((from - rest) / (limit - rest));
        long whole = Math.max(0, cue - Math.round(BEFORE_SECONDS * PER_SECOND));
        long last = Math.max(whole, under - Math.round((END_SECONDS + WINDOW_SECONDS) * PER_SECOND));
        long end = Math.min(count, under + PER_SECOND / 4);
        double half = half(end);
        if (half != half) {
            return;
        }
        double guess = Math.max(half, crossed - 0.8 * WINDOW_SECONDS);
        fit(whole, end, from, rest, guess, clip((guess - half) / depth));
        double wholeCrossing = crossing;
        double wholeConstant = constant;
        double worse = unlikeliness(last, end, from, rest, crossing, constant);
        double top = Math.min(from, rms(last, last + TOP_TICKS));
        fit(last, end, top, rest, guess, constant);
        worse -= unlikeliness(last, end, top, rest, crossing, constant);
        if (freedom(whole, cue) * worse <= WORSE) {
            crossing = wholeCrossing;
            reactionSeconds = Math.max(0, wholeCrossing - wholeConstant * depth);
        } else {
            reactionSeconds = half;
        }
        if (Math.abs(crossing - guess) <= TRUSTED_SECONDS) {
            releaseSeconds = Math.max(0, crossing);
            reactionSeconds = Math.min(reactionSeconds, releaseSeconds);
        }
    }

    /** Finds the likeliest crossing and time constant from the given ones on, by ever smaller steps. */
    private void fit(long begin, long end, double top, double rest, double firstCrossing, double firstConstant) {
        crossing = firstCrossing;
        constant = firstConstant;
        double best = unlikeliness(begin, end, top, rest, crossing, constant);
        double step = 0.16;
        double factor = 2;
        while (step > 0.0005) {
            boolean better = false;
            for (int direction = 0; direction < CROSSING.length && !better; direction++) {
                double tryCrossing = crossing + CROSSING[direction] * step;
                double tryConstant = clip(constant * Math.pow(factor, CONSTANT[direction]));
                double tried = unlikeliness(begin, end, top, rest, tryCrossing, tryConstant);
                if (tried < best - 1e-9) {
                    best = tried;
                    crossing = tryCrossing;
                    constant = tryConstant;
                    better = true;
                }
            }
            if (!better) {
                step /= 2;
                factor = Math.sqrt(factor);
            }
        }
    }

    private static double clip(double constant) {
        return Math.max(SHORTEST_CONSTANT_SECONDS, Math.min(LONGEST_CONSTANT_SECONDS, constant));
    }

    /** Seconds from the cue to half of the contraction's power over 60 ms; NaN when it never comes down so far. */
    private double half(long end) {
        for (long i = cue + 2; i < end; i++) {
            double power = powers[place(i)] + powers[place(i - 1)] + powers[place(i - 2)];
            if (power < 1.5 * from * from) {
                return Math.max(0, times[place(i - 1)] - times[place(cue - 1)]);
            }
        }
        return Double.NaN;
    }

    /** Degrees of freedom of a block's power, from its scatter while the contraction was steady. */
    private double freedom(long begin, long end) {
        double mean = from * from;
        double squares = 0;
        int n = 0;
        for (long i = begin; i < end; i++) {
            double off = powers[place(i)] - mean;
            if (off == off) {
                squares += off * off;
                n++;
            }
        }
        return n < 2 ? 4 : Math.max(2, Math.min(20, 2 * mean * mean * (n - 1) / squares));
    }

    /** Minus twice the log likelihood of the powers, for one degree of freedom and up to a constant. */
    private double unlikeliness(long begin, long end, double top, double rest, double crosses, double timeConstant) {
        double cueSeconds = times[place(cue - 1)];
        double perTick = Math.exp(-TICK_SECONDS / timeConstant);
        double over = 0;
        boolean falling = false;
        double sum = 0;
        for (long i = begin; i < end; i++) {
            if (falling) {
                over *= perTick;
            } else {
                double past = times[place(i)] - TICK_SECONDS / 2 - cueSeconds - crosses;
                over = (limit - rest) * Math.exp(-past / timeConstant);
                falling = over < top - rest;
            }
            double level = falling ? rest + over : top;
            double power = powers[place(i)];
            if (power == power) {
                sum += 2 * Math.log(level) + power / (level * level);
            }
        }
        return sum;
    }

    private double rms(long begin, long end) {
        double sum = 0;
        int n = 0;
        for (long i = begin; i < end; i++) {
            if (powers[place(i)] == powers[place(i)]) {
                sum += powers[place(i)];
                n++;
            }
        }
        return n == 0 ? Double.NaN : Math.sqrt(sum / n);
    }

    private double median(long begin, long end) {
        int n = 0;
        for (long i = Math.max(begin, count - CAPACITY); i < end; i++) {
            if (levels[place(i)] == levels[place(i)]) {
                sorted[n++] = levels[place(i)];
            }
        }
        if (n == 0) {
            return Double.NaN;
        }
        Arrays.sort(sorted, 0, n);
        return sorted[n / 2];
    }

    /** RMS around a time from the cue on, of 100 ms; NaN where nothing was seen. */
    double curve(double fromCueSeconds) {
        long middle = cue + Math.round(fromCueSeconds * PER_SECOND);
        long begin = middle - 2;
        long end = middle + 3;
        return begin < Math.max(0, count - CAPACITY) || end > count ? Double.NaN : rms(begin, end);
    }

    /** From the cue to where the muscle begins to let go; NaN when that cannot be told. */
    double reactionSeconds() {
        return reactionSeconds;
    }

    /** From the cue until it is under the limit; NaN when it did not let go. */
    double releaseSeconds() {
        return releaseSeconds;
    }

    /** Share of the ten seconds after it let go that lay under the limit, 0 … 1; of as many of them as were seen. */
    double heldShare() {
        return under < 0 ? Double.NaN : (double) stayed / seen;
    }

    /** Level of the contraction before the cue. */
    double fromMicrovolts() {
        return from;
    }

    /** Median level after it let go, or at the end when it did not. */
    double restMicrovolts() {
        return restMicrovolts;
    }
}

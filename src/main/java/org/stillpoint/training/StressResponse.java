package org.stillpoint.training;

/**
 * How one measure answered a stressor and came back, or why that cannot be said.
 *
 * <p>Reactivity: mean of the stressor, once the measure has settled, less mean of the baseline. It counts when it exceeds the
 * noise: t times the spread of the baseline's half minutes, for one more of them (95 %; at least four of them). Recovery:
 * the share of the reactivity that was gone in the last minute of the recovery. Half-time: when the mean of 15 s had come
 * half the way back and stayed there for the next 15 s. Measures that vary in proportion are judged by their logarithm.
 *
 * @param baseline level of the baseline
 * @param reactivity change under the stressor, in the measure's unit; NaN = not known
 * @param strength reactivity against the noise: over 1 it exceeds it; NaN = not known
 * @param clarity reactivity against the noise of ten such looks at one session: over 1 it exceeds it; NaN = not known
 * @param recoveryPercent NaN = not known, or the change did not exceed the noise
 * @param halfSeconds NaN = not known, or it never came back that far
 * @param reason why something is absent; empty when nothing is
 */
record StressResponse(
        double baseline,
        double reactivity,
        double strength,
        double clarity,
        double recoveryPercent,
        double halfSeconds,
        String reason) {

    private static final int BLOCK = 6;
    private static final int LEAST_BLOCKS = 4;
    private static final int END_BINS = 12;
    private static final int SMOOTH_BINS = 3;
    /** Student's t, 97.5 %, for 3 … 20 degrees of freedom. */
    private static final double[] T = {
        3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101,
        2.093, 2.086
    };

    /** The same over five measures and two stressors (Bonferroni): 99.75 %. */
    private static final double[] T_OF_TEN = {
        7.453, 5.598, 4.773, 4.317, 4.029, 3.833, 3.690, 3.581, 3.497, 3.428, 3.372, 3.326, 3.286, 3.252, 3.222, 3.197,
        3.174, 3.153
    };

    /**
     * @param proportional whether it varies in proportion
     * @param settlingSeconds so long its window still reaches back before the stressor
     */
    static StressResponse of(
            Stretch before, Stretch stress, Stretch after, boolean proportional, double settlingSeconds) {
        double[] blocks = before.blocks(BLOCK);
        double level = stress.mean((int) Math.ceil(settlingSeconds / Stretch.BIN_SECONDS), stress.bins());
        if (blocks.length < LEAST_BLOCKS || Double.isNaN(level)) {
            return new StressResponse(
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    blocks.length < LEAST_BLOCKS
                            ? "The baseline holds too little of it."
                            : "Too little of it was measured under the stressor.");
        }
        double baseline = mean(blocks);
        double change = proportional ? Math.log(level / baseline) : level - baseline;
        double noise = noise(blocks, proportional);
        int freedom = Math.min(T.length - 1, blocks.length - LEAST_BLOCKS);
        double strength = Math.abs(change) / (T[freedom] * noise);
        double clarity = Math.abs(change) / (T_OF_TEN[freedom] * noise);
        double reactivity = level - baseline;
        if (!(strength > 1)) {
            return new StressResponse(
                    baseline,
                    reactivity,
                    strength,
                    clarity,
                    Double.NaN,
                    Double.NaN,
                    "The change was within the noise of the baseline.");
        }
        double end = after.mean(Math.max(0, after.bins() - END_BINS), after.bins());
        if (after.bins() < END_BINS || Double.isNaN(end)) {
            return new StressResponse(
                    baseline,
                    reactivity,
                    strength,
                    clarity,
                    Double.NaN,
                    Double.NaN,
                    "Too little of the recovery was measured.");
        }
        double half = half(after, (level + baseline) / 2, Math.signum(reactivity));
        return new StressResponse(
                baseline,
                reactivity,
                strength,
                clarity,
                100 * (level - end) / reactivity,
                half,
                Double.isNaN(half) ? "It did not come half the way back in this time." : "");
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double noise(double[] blocks, boolean proportional) {
        int n = blocks.length;
        double sum = 0;
        double squares = 0;
        for (double block : blocks) {
            double x = proportional ? Math.log(block) : block;
            sum += x;
            squares += x * x;
        }
        double variance = Math.max(0, (squares - sum * sum / n) / (n - 1));
        return Math.sqrt(variance * (1 + 1.0 / n));
    }

    private static double half(Stretch after, double halfway, double sign) {
        for (int k = 0; k + 2 * SMOOTH_BINS <= after.bins(); k++) {
            double now = after.mean(k, k + SMOOTH_BINS);
            double next = after.mean(k + SMOOTH_BINS, k + 2 * SMOOTH_BINS);
            if (sign * (now - halfway) <= 0 && sign * (next - halfway) <= 0) {
                return (k + SMOOTH_BINS / 2.0) * Stretch.BIN_SECONDS;
            }
        }
        return Double.NaN;
    }
}

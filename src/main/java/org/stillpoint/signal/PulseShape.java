package org.stillpoint.signal;

/**
 * How alike the pulse waves of a PPG are: the correlation of each with the running mean of those before, around its
 * steepest rise. Waves of one heart are copies of each other; of noise that only passed the same band no two are. One
 * thread, no allocation after construction.
 */
final class PulseShape {

    private static final double HALF_SECONDS = 0.3;
    private static final double RING_SECONDS = 2;
    private static final double LEARN = 0.1;
    private static final int LATELY = 9;
    private static final int FIRST = 3;

    private final double[] ring;
    private final double[] mean;
    private final double[] wave;
    private final int half;
    private final RecentMedian lately = new RecentMedian(LATELY);
    private long samples;
    private int learned;

    PulseShape(double rateHz) {
        ring = new double[(int) Math.ceil(RING_SECONDS * rateHz)];
        half = Math.max(2, (int) Math.round(HALF_SECONDS * rateHz));
        mean = new double[2 * half + 1];
        wave = new double[2 * half + 1];
    }

    /** @param value band-passed; 0 for a sample without a value */
    void step(double value) {
        ring[(int) (samples++ % ring.length)] = value;
    }

    /** Takes the wave around a sample in; what of it has not come yet counts as 0. */
    void pulse(double sample) {
        long centre = Math.round(sample);
        double sum = 0;
        for (int i = -half; i <= half; i++) {
            long at = centre + i;
            boolean there = at >= 0 && at < samples && at >= samples - ring.length;
            wave[i + half] = there ? ring[(int) (at % ring.length)] : 0;
            sum += wave[i + half];
        }
        double level = sum / wave.length;
        double energy = 0;
        double dot = 0;
        double known = 0;
        for (int i = 0; i < wave.length; i++) {
            wave[i] -= level;
            energy += wave[i] * wave[i];
            dot += wave[i] * mean[i];
            known += mean[i] * mean[i];
        }
        if (!(energy > 0)) {
            return;
        }
        if (learned >= FIRST) {
            lately.add(dot / Math.sqrt(energy * known + Double.MIN_NORMAL));
        }
        double share = Math.max(LEARN, 1.0 / ++learned);
        double scale = 1 / Math.sqrt(energy);
        for (int i = 0; i < wave.length; i++) {
            mean[i] += share * (scale * wave[i] - mean[i]);
        }
    }

    /** Median correlation of the newest waves with those before, -1 … 1; NaN until there are some. */
    double likeness() {
        return lately.count() < FIRST ? Double.NaN : lately.median();
    }
}

package org.stillpoint.signal;

/**
 * How alike a QRS is to those before it: the correlation of the band-passed signal with their running mean, best over
 * small shifts. One thread, no allocation after construction.
 */
final class QrsShape {

    private static final double HALF_SECONDS = 0.08;
    private static final double SHIFT_SECONDS = 0.03;
    private static final double RING_SECONDS = 4;
    private static final double LEARN = 0.1;

    private final double[] ring;
    private final double[] mean;
    private final int half;
    private final int shift;
    private long samples;
    private int learned;
    private int bestShift;

    QrsShape(double rateHz) {
        ring = new double[(int) (RING_SECONDS * rateHz)];
        half = Math.max(2, (int) Math.round(HALF_SECONDS * rateHz));
        shift = Math.max(1, (int) Math.round(SHIFT_SECONDS * rateHz));
        mean = new double[2 * half + 1];
    }

    void step(double value) {
        ring[(int) (samples++ % ring.length)] = value;
    }

    /** Correlation around {@code at}, -1 … 1; 1 as long as nothing is learnt. */
    double likeness(long at) {
        bestShift = 0;
        if (learned < 4) {
            return 1;
        }
        double best = -1;
        for (int s = -shift; s <= shift; s++) {
            if (at + s - half < 0 || at + s + half >= samples || at + s - half < samples - ring.length) {
                continue;
            }
            double dot = 0;
            double mine = 0;
            double theirs = 0;
            for (int i = -half; i <= half; i++) {
                double value = ring[(int) ((at + s + i) % ring.length)];
                double other = mean[i + half];
                dot += value * other;
                mine += value * value;
                theirs += other * other;
            }
            double like = dot / Math.sqrt(mine * theirs + Double.MIN_NORMAL);
            if (like > best) {
                best = like;
                bestShift = s;
            }
        }
        return best;
    }

    /** Takes the QRS that {@link #likeness} has just looked at into the mean. */
    void learn(long at) {
        long centre = at + bestShift;
        if (centre - half < 0 || centre + half >= samples || centre - half < samples - ring.length) {
            return;
        }
        double energy = 0;
        for (int i = -half; i <= half; i++) {
            double value = ring[(int) ((centre + i) % ring.length)];
            energy += value * value;
        }
        double scale = 1 / Math.sqrt(energy + Double.MIN_NORMAL);
        double share = Math.max(LEARN, 1.0 / ++learned);
        for (int i = -half; i <= half; i++) {
            double value = scale * ring[(int) ((centre + i) % ring.length)];
            mean[i + half] += share * (value - mean[i + half]);
        }
    }
}

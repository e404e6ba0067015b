package org.stillpoint.signal;

/** The mean of the QRS complexes of one form, and how alike a stretch of signal is to it. One thread, no allocation. */
final class QrsForm {

    private static final double LEARN = 0.1;
    private static final int ROUGH = 4;

    private final double[] mean;
    private final int half;
    private final int reach;
    private final int align;
    private int learned;
    private int offset;
    private double energy;

    /**
     * @param half half the length that is compared
     * @param reach half the length that is learnt; the compared part lies where its energy is largest
     * @param align how far a beat may lie beside its mark; all in samples
     */
    QrsForm(int half, int reach, int align) {
        this.half = half;
        this.reach = reach;
        this.align = align;
        mean = new double[2 * reach + 1];
    }

    int learned() {
        return learned;
    }

    /** From the mark to the middle of the part that is compared. */
    int offset() {
        return offset;
    }

    void forget() {
        learned = 0;
    }

    /** Where near {@code centre} it fits best; {@code centre} itself while it is still rough. */
    long aligned(double[] ring, long centre) {
        if (learned < ROUGH && learned != 1) {
            return centre;
        }
        double most = Double.NEGATIVE_INFINITY;
        long at = centre;
        for (int s = -align; s <= align; s++) {
            double dot = 0;
            for (int i = -reach; i <= reach; i++) {
                dot += ring[(int) ((centre + s + i) % ring.length)] * mean[i + reach];
            }
            if (dot > most) {
                most = dot;
                at = centre + s;
            }
        }
        return at;
    }

    /** Takes the beat at {@code at} into the mean. */
    void learn(double[] ring, long at) {
        double share = Math.max(LEARN, 1.0 / ++learned);
        for (int i = -reach; i <= reach; i++) {
            mean[i + reach] += share * (ring[(int) ((at + i) % ring.length)] - mean[i + reach]);
        }
        energy = 0;
        for (int from = half - reach; from <= reach - half; from++) {
            double sum = 0;
            for (int i = -half; i <= half; i++) {
                double value = mean[from + i + reach];
                sum += value * value;
            }
            if (sum > energy) {
                energy = sum;
                offset = from;
            }
        }
    }

    /** Height of the matched part, at most 1, times the squared correlation, for the stretch that ends at {@code last}. */
    double score(double[] ring, long last) {
        double dot = 0;
        double mine = 0;
        int slot = (int) ((last - 2L * half) % ring.length);
        int place = offset - half + reach;
        for (int i = 0; i <= 2 * half; i++) {
            double value = ring[slot];
            dot += value * mean[place + i];
            mine += value * value;
            slot = slot + 1 == ring.length ? 0 : slot + 1;
        }
        if (!(dot > 0) || !(mine > 0)) {
            return 0;
        }
        return Math.min(1, dot / energy) * dot * dot / (mine * energy);
    }
}

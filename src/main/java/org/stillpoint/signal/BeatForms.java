package org.stillpoint.signal;

/**
 * Sorts beats by the form of their QRS and tells which forms are the person's usual ones.
 *
 * <p>A beat is compared with the mean of each form seen so far, in 1.5-25 Hz from 90 ms before to 140 ms after its R wave,
 * best over small shifts: twice the product over the sum of both energies, which falls with another form and with another
 * height. What fits none begins a form. A form is usual when it is the most frequent of those that come in time, or comes
 * often and in time: frequent extra beats come early, an intermittent bundle-branch block does not, so every other beat
 * being an extra one does not make the extra ones usual. One thread, no allocation after construction.
 */
final class BeatForms {

    private static final double LOW_HZ = 1.5;
    private static final double HIGH_HZ = 25;
    private static final double BEFORE_SECONDS = 0.09;
    private static final double AFTER_SECONDS = 0.14;
    private static final double SHIFT_SECONDS = 0.03;
    private static final double RING_SECONDS = 4;
    private static final double POINTS_HZ = 200;

    private static final int FORMS = 6;
    private static final double SAME = 0.9;
    private static final double UNLIKE = 0.7;
    private static final double LEARN = 0.08;
    private static final int LEAST = 8;
    private static final int FEW = 3;

    /** Share of the newest hundred or so, and of the newest ten, from which on a form that comes in time is usual. */
    private static final double OFTEN = 0.2;

    private static final double RUN = 0.65;
    private static final double MEMORY = 0.01;
    private static final double LATELY_MEMORY = 0.1;
    private static final double IN_TIME = 0.93;
    private static final double EARLY = 0.88;
    private static final double EARLY_COUNTS = 0.2;
    private static final double TAKE_OVER = 1.3;

    private static final int KNOWN = 20;
    private static final double ALIKE = 0.8;
    private static final double ALIKE_MEMORY = 0.12;
    private static final double FAMILIAR = 0.8;

    private final BiquadCascade band;
    private final double[] ring;
    private final int stride;
    private final int before;
    private final int points;
    private final int shifts;
    private final long delay;
    private final double[][] means = new double[FORMS][];
    private final double[] energies = new double[FORMS];
    private final double[] weights = new double[FORMS];
    private final double[] lately = new double[FORMS];
    private final double[] timings = new double[FORMS];
    private final int[] learned = new int[FORMS];
    private final double[] scores = new double[FORMS];
    private final long[] fits = new long[FORMS];
    private long samples;
    private int seen;
    private int main = -1;
    private double score = Double.NaN;
    private double weight;
    private double alike;
    private int best = -1;

    BeatForms(double rateHz) {
        band = Butterworth.bandPass(1, LOW_HZ, Math.min(HIGH_HZ, 0.4 * rateHz), rateHz);
        delay = Math.round(band.delaySeconds(12, rateHz) * rateHz);
        ring = new double[(int) Math.ceil(RING_SECONDS * rateHz)];
        stride = Math.max(1, (int) (rateHz / POINTS_HZ));
        before = (int) Math.round(BEFORE_SECONDS * rateHz);
        points = 1 + (int) ((BEFORE_SECONDS + AFTER_SECONDS) * rateHz / stride);
        shifts = Math.max(1, (int) Math.round(SHIFT_SECONDS * rateHz / stride));
        for (int k = 0; k < FORMS; k++) {
            means[k] = new double[points];
        }
    }

    void step(double value) {
        ring[(int) (samples++ % ring.length)] = band.step(value);
    }

    /** A sample without a value. */
    void skip() {
        ring[(int) (samples++ % ring.length)] = 0;
    }

    void settle(double value) {
        band.settle(value);
    }

    /**
     * Sorts the beat that was just looked at, and learns it.
     *
     * @param at what {@link #look} gave
     * @param timing the interval before it over the usual one; NaN when there is none
     */
    BeatShape sort(long at, double timing) {
        if (at < 0) {
            return BeatShape.UNKNOWN;
        }
        boolean same = best >= 0 && scores[best] > SAME;
        int form = same ? best : begin();
        learn(form, same ? fits[form] : at, timing);
        choose();
        if (++seen <= LEAST || learned[main] < LEAST) {
            return BeatShape.UNKNOWN;
        }
        if (usual(form)) {
            return BeatShape.USUAL;
        }
        boolean early = learned[form] >= FEW && timings[form] < EARLY;
        return early || score < UNLIKE ? BeatShape.OTHER : BeatShape.UNKNOWN;
    }

    /** Compares the beat and learns nothing of it; where it lies in the ring, -1 where it does not. */
    long look(double sample) {
        long at = Math.round(sample) + delay;
        long reach = (long) stride * shifts;
        if (at - before - reach < Math.max(0, samples - ring.length)) {
            return -1;
        }
        best = compare(at);
        score = usualScore();
        alike += ALIKE_MEMORY * ((knownScore() > ALIKE ? 1 : 0) - alike);
        return at;
    }

    private double knownScore() {
        double most = 0;
        for (int k = 0; k < FORMS; k++) {
            most = learned[k] >= KNOWN ? Math.max(most, scores[k]) : most;
        }
        return most;
    }

    /** Whether nearly all of the newest beats have a form that came before: then they are beats, however restless the signal. */
    boolean familiar() {
        return alike > FAMILIAR;
    }

    private double usualScore() {
        double most = Double.NaN;
        for (int k = 0; k < FORMS; k++) {
            if (learned[k] > 0 && usual(k) && !(scores[k] < most)) {
                most = scores[k];
            }
        }
        return most;
    }

    private boolean usual(int form) {
        return form == main
                || learned[form] >= LEAST
                        && timings[form] > IN_TIME
                        && (weights[form] > OFTEN * weight || lately[form] > RUN);
    }

    private int compare(long at) {
        int best = -1;
        for (int k = 0; k < FORMS; k++) {
            scores[k] = -1;
            if (learned[k] == 0) {
                continue;
            }
            for (int s = -shifts; s <= shifts; s++) {
                long place = at + (long) s * stride;
                double like = like(k, place);
                if (like > scores[k]) {
                    scores[k] = like;
                    fits[k] = place;
                }
            }
            best = best < 0 || scores[k] > scores[best] ? k : best;
        }
        return best;
    }

    private double like(int form, long at) {
        double[] mean = means[form];
        double dot = 0;
        double sum = 0;
        double squares = 0;
        int slot = (int) ((at - before) % ring.length);
        for (int i = 0; i < points; i++) {
            // what has not come yet is taken as nothing
            double value = at - before + (long) i * stride < samples ? ring[slot] : 0;
            dot += value * mean[i];
            sum += value;
            squares += value * value;
            slot += stride;
            slot = slot >= ring.length ? slot - ring.length : slot;
        }
        return 2 * dot / (squares - sum * sum / points + energies[form] + Double.MIN_NORMAL);
    }

    /** A place for a new form: a free one, or that of the rarest. */
    private int begin() {
        int rarest = -1;
        for (int k = 0; k < FORMS; k++) {
            if (k != main && (rarest < 0 || weights[k] < weights[rarest])) {
                rarest = k;
            }
        }
        learned[rarest] = 0;
        weights[rarest] = 0;
        lately[rarest] = 0;
        timings[rarest] = 1;
        return rarest;
    }

    private void learn(int form, long at, double timing) {
        for (int k = 0; k < FORMS; k++) {
            weights[k] *= 1 - MEMORY;
            lately[k] *= 1 - LATELY_MEMORY;
        }
        weights[form] += MEMORY;
        weight += MEMORY * (1 - weight);
        lately[form] += LATELY_MEMORY;
        double share = Math.max(LEARN, 1.0 / ++learned[form]);
        if (timing == timing) {
            timings[form] += share * (Math.min(2, timing) - timings[form]);
        }
        double[] mean = means[form];
        double middle = 0;
        for (int i = 0; i < points; i++) {
            middle += value(at, i) / points;
        }
        double energy = 0;
        for (int i = 0; i < points; i++) {
            mean[i] += share * (value(at, i) - middle - mean[i]);
            energy += mean[i] * mean[i];
        }
        energies[form] = energy;
    }

    private double value(long at, int point) {
        long place = at - before + (long) point * stride;
        return place < samples ? ring[(int) (place % ring.length)] : 0;
    }

    private void choose() {
        int best = -1;
        double most = -1;
        for (int k = 0; k < FORMS; k++) {
            double worth = worth(k) * (k == main ? TAKE_OVER : 1);
            if (learned[k] > 0 && worth > most) {
                most = worth;
                best = k;
            }
        }
        main = best;
    }

    private double worth(int form) {
        return weights[form] * (timings[form] < EARLY ? EARLY_COUNTS : 1);
    }
}

package org.stillpoint.signal;

import java.util.Arrays;

/**
 * Looks for a QRS that is already known where the signal is too restless to go by its energy.
 *
 * <p>The movement of electrodes looks like a QRS in the band where its energy is largest, but falls off faster above it:
 * so the mean of the clean beats is kept in a higher band, and compared with the newest stretch at every sample. The
 * score is the height of the matched part, never more than the mean's own, times the squared correlation: what is as
 * large as a beat but of another form, or of its form but larger, gains nothing. Where a second form is frequent, as of
 * every other beat, it is known and looked for as well. One thread, no allocation after construction.
 */
final class KnownQrs {

    private static final double LOW_HZ = 15;
    private static final double HIGH_HZ = 40;
    private static final double HALF_SECONDS = 0.06;
    private static final double REACH_SECONDS = 0.12;
    private static final double ALIGN_SECONDS = 0.06;
    private static final double RING_SECONDS = 2;
    private static final int LEAST = 8;
    private static final double HOLD_SECONDS = 0.1;
    private static final double THRESHOLD = 0.62;
    private static final double RHYTHM_FROM = 0.8;
    private static final double EARLY_RAISE = 1;
    private static final double LATE_EASE = 1.25;
    private static final double MOST_EASE = 0.5;
    private static final double REFRACTORY_SECONDS = 0.25;

    private static final double ALIKE = 0.57;
    private static final double ALIKE_MEMORY = 0.01;
    private static final double LATELY_MEMORY = 0.2;
    private static final double ALIKE_LEAST = 0.4;
    private static final double LATELY_SHARE = 0.55;
    private static final double ALIKE_SHARE = 0.95;
    private static final double SECOND_SHARE = 0.03;
    private static final int ENOUGH = 20;
    private static final long NONE = Long.MIN_VALUE;

    private final double rateHz;
    private final BiquadCascade band;
    private final double[] ring;
    private final QrsForm usual;
    private final QrsForm second;
    private final double[] history = new double[16];
    private final int half;
    private final int reach;
    private final int align;
    private final int hold;
    private final long delay;
    private long samples;
    private long pending = NONE;
    private double alike = 1;
    private double usuallyAlike = 1;
    private long learnt;
    private double alikeLately = 1;
    private double secondShare;
    private int newestOffset;
    private int bestOffset;
    private double before;
    private double newest;
    private double best;
    private long bestAt;
    private double bestShift;
    private boolean risen;

    KnownQrs(double rateHz) {
        this.rateHz = rateHz;
        double high = Math.min(HIGH_HZ, 0.4 * rateHz);
        band = Butterworth.bandPass(2, Math.min(LOW_HZ, 0.6 * high), high, rateHz);
        ring = new double[(int) Math.ceil(RING_SECONDS * rateHz)];
        half = Math.max(2, (int) Math.round(HALF_SECONDS * rateHz));
        reach = Math.max(half + 1, (int) Math.round(REACH_SECONDS * rateHz));
        align = Math.max(1, (int) Math.round(ALIGN_SECONDS * rateHz));
        hold = Math.max(1, (int) Math.round(HOLD_SECONDS * rateHz));
        delay = Math.round(band.delaySeconds(Math.min(22, 0.8 * high), rateHz) * rateHz);
        usual = new QrsForm(half, reach, align);
        second = new QrsForm(half, reach, align);
        Arrays.fill(history, 1);
    }

    void step(double value) {
        ring[(int) (samples++ % ring.length)] = band.step(value);
        if (pending != NONE && samples > pending + reach + align) {
            learnPending();
        }
    }

    /** A sample without a value. */
    void skip() {
        ring[(int) (samples++ % ring.length)] = 0;
    }

    void settle(double value) {
        band.settle(value);
    }

    /** Whether it has been seen often enough, and nearly all beats but the newest few were it. */
    boolean known() {
        return usual.learned() >= ENOUGH && usuallyAlike > ALIKE_SHARE;
    }

    /** Whether the newest beats are not it, though the others were. */
    boolean strange() {
        return known() && alikeLately < LATELY_SHARE;
    }

    void forget() {
        usual.forget();
        second.forget();
        secondShare = 0;
        alike = 1;
        usuallyAlike = 1;
        Arrays.fill(history, 1);
        alikeLately = 1;
        pending = NONE;
    }

    /** Takes the beat whose R wave is at {@code sample} into the mean, as soon as all of it has come. */
    void learn(double sample) {
        pending = Math.round(sample) + delay;
    }

    private void learnPending() {
        long centre = pending;
        pending = NONE;
        if (centre - reach - align < Math.max(0, samples - ring.length)) {
            return;
        }
        long at = usual.aligned(ring, centre);
        if (usual.learned() < LEAST) {
            usual.learn(ring, at);
            return;
        }
        boolean like = usual.score(ring, at + usual.offset() + half) > ALIKE;
        boolean second = !like && learnSecond(centre);
        usuallyAlike = history[(int) (learnt % history.length)];
        history[(int) (learnt++ % history.length)] = alike;
        alike += ALIKE_MEMORY * ((like || second ? 1 : 0) - alike);
        alikeLately += LATELY_MEMORY * ((like || second ? 1 : 0) - alikeLately);
        secondShare += ALIKE_MEMORY * ((second ? 1 : 0) - secondShare);
        if (alike - secondShare < ALIKE_LEAST) {
            forget();
        } else if (like || !known() && !second) {
            usual.learn(ring, at);
        }
    }

    /** Frequent extra beats have a form of their own; true when this is one of a form that is known by then. */
    private boolean learnSecond(long centre) {
        long at = second.aligned(ring, centre);
        boolean like = second.learned() > 0 && second.score(ring, at + second.offset() + half) > ALIKE;
        if (!like && second.learned() < LEAST) {
            second.forget();
        }
        if (like || second.learned() == 0) {
            second.learn(ring, at);
        }
        return like && second.learned() >= LEAST;
    }

    /** Looks at the newest stretch, at every sample from a {@link #begin}; true when a beat was found 0.1 s ago. */
    boolean look(double lastBeat, double usualInterval) {
        double score = usual.score(ring, samples - 1);
        int offset = usual.offset();
        if (secondShare > SECOND_SHARE && second.learned() >= LEAST) {
            double other = second.score(ring, samples - 1);
            if (other > score) {
                score = other;
                offset = second.offset();
            }
        }
        if (newest > before && newest >= score && newest > best) {
            best = newest;
            bestAt = samples - 2;
            bestOffset = newestOffset;
            double bend = before - 2 * newest + score;
            bestShift = bend < 0 ? 0.5 * (before - score) / bend : 0;
            risen = true;
        }
        before = newest;
        newest = score;
        newestOffset = offset;
        if (!risen || samples - 1 - bestAt < hold) {
            return false;
        }
        risen = false;
        double enough = best;
        best = 0;
        double since = place() - lastBeat;
        if (!(since >= REFRACTORY_SECONDS * rateHz) && lastBeat == lastBeat) {
            return false;
        }
        double ease = 1;
        if (lastBeat == lastBeat && usualInterval > 0) {
            double due = since / usualInterval - RHYTHM_FROM;
            ease = due < 0 ? 1 - EARLY_RAISE * due : 1 - Math.min(MOST_EASE, LATE_EASE * due);
        }
        return enough > THRESHOLD * ease;
    }

    void begin() {
        before = 0;
        newest = 0;
        best = 0;
        risen = false;
        alikeLately = 1;
    }

    /** Where the R wave of the beat just found lies, between samples. */
    double place() {
        return bestAt + bestShift - half - bestOffset - delay;
    }
}

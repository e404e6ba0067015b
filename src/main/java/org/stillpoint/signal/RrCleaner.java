package org.stillpoint.signal;

import java.util.Arrays;

/**
 * Judges each beat interval with the beats so far.
 *
 * <p>In: intervals in milliseconds in their order; NaN for a break (no beat before, a gap, a hold); where the beats were
 * found in a signal, also the form of the beat that ends the interval. Out: a verdict at once; the caller keeps the raw
 * interval. The limits follow the person's own beat-to-beat changes (5.2 quartile deviations) but never past a fixed share
 * of the pace: where the ectopic beats are frequent, limits that only adapt would rise until nothing is found. Three things
 * answer them: an interval that touches a beat of another form is ectopic whatever its length; that fixed share; and,
 * where short intervals between long ones come often, a smaller one. One instance a person, one thread, no allocation in
 * {@link #step}.
 *
 * <p>After Lipponen and Tarvainen, J. Med. Eng. Technol. 43 (2019) 173-181; theirs sees the beats to come, this one does
 * not.
 */
public final class RrCleaner {

    private static final int WINDOW = 91;
    private static final double DEVIATIONS = 5.2;
    private static final double LEAST_SHARE = 0.1;
    private static final double MOST_SHARE = 0.22;
    private static final double MOST_FROM_MEDIAN = 0.45;
    private static final double SHORT_LONG = 0.2;
    private static final double SHORT_LONG_MEMORY = 0.05;
    private static final double FREQUENT = 0.08;
    private static final double FREQUENT_SHARE = 0.13;

    private final RecentMedian changes = new RecentMedian(WINDOW);
    private final RecentMedian pace = new RecentMedian(11);
    private final double[] doubtful = new double[4];
    private int inDoubt;
    private double last = Double.NaN;
    private boolean afterEarly;
    private BeatShape before = BeatShape.UNKNOWN;
    private double raw = Double.NaN;
    private double rawBefore = Double.NaN;
    private double shortLong;
    private long judged;
    private long corrected;

    /** Judges one interval of which nothing but its length is known. */
    public RrVerdict step(double rrMillis) {
        return step(rrMillis, BeatShape.UNKNOWN);
    }

    /**
     * Judges one interval.
     *
     * @param shape of the beat that ends it
     */
    public RrVerdict step(double rrMillis, BeatShape shape) {
        boolean foreign = shape == BeatShape.OTHER || before == BeatShape.OTHER;
        before = shape;
        if (!(rrMillis > 0) || Double.isInfinite(rrMillis)) {
            last = Double.NaN;
            raw = Double.NaN;
            afterEarly = false;
            inDoubt = 0;
            return RrVerdict.NONE;
        }
        judged++;
        if (rrMillis < 250 || rrMillis > 3000) {
            corrected++;
            last = Double.NaN;
            double usual = pace.median();
            return rrMillis < 250 ? RrVerdict.EXTRA : rrMillis < 2.5 * usual ? RrVerdict.MISSED : RrVerdict.ODD;
        }
        if (foreign) {
            return foreign(rrMillis);
        }
        if (pace.count() < 3) {
            return begin(rrMillis);
        }
        pattern(rrMillis);
        RrVerdict verdict = judge(rrMillis);
        if (verdict == RrVerdict.NORMAL) {
            normal(rrMillis);
        } else {
            corrected++;
            doubt(rrMillis);
        }
        return verdict;
    }

    private RrVerdict foreign(double rrMillis) {
        corrected++;
        pattern(rrMillis);
        // the pause after it is told by its form as well, and an early beat of the usual form comes after no pause
        afterEarly = false;
        doubt(rrMillis);
        return RrVerdict.ECTOPIC;
    }

    /** How often a short interval lies between two long ones: a beat out of turn, whatever the limits have become. */
    private void pattern(double rrMillis) {
        double least = SHORT_LONG * pace.median();
        boolean dip = rrMillis - raw > least && rawBefore - raw > 0.5 * least && rrMillis + raw > 1.7 * pace.median();
        shortLong += SHORT_LONG_MEMORY * ((dip ? 1 : 0) - shortLong);
        rawBefore = raw;
        raw = rrMillis;
    }

    private RrVerdict begin(double rrMillis) {
        double usual = pace.median();
        if (pace.count() > 0 && Math.abs(rrMillis - usual) > 0.3 * usual) {
            pace.clear();
            pace.add(rrMillis);
            last = Double.NaN;
            corrected++;
            return RrVerdict.ODD;
        }
        normal(rrMillis);
        return RrVerdict.NORMAL;
    }

    private void normal(double rrMillis) {
        if (last == last) {
            changes.add(Math.abs(rrMillis - last));
        }
        pace.add(rrMillis);
        last = rrMillis;
        inDoubt = 0;
    }

    private RrVerdict judge(double rrMillis) {
        double usual = pace.median();
        double limit = limit(usual);
        double fromLast = last == last ? rrMillis - last : rrMillis - usual;
        double fromUsual = rrMillis - usual;
        // a beat out of turn comes early and its pause follows; a long interval by itself is a breath or a missed beat
        boolean early = fromLast < -limit && fromUsual < -0.7 * limit;
        boolean pause = afterEarly && fromLast > limit && fromUsual > 0.7 * limit;
        afterEarly = early;
        boolean sudden = early || pause;
        boolean far = Math.abs(fromUsual) > MOST_FROM_MEDIAN * usual;
        if (!sudden && !far) {
            return RrVerdict.NORMAL;
        }
        if (far && (Math.abs(rrMillis - 2 * usual) < limit || Math.abs(rrMillis - 3 * usual) < limit) && !pause) {
            return RrVerdict.MISSED;
        }
        if (rrMillis < 0.5 * usual) {
            return RrVerdict.EXTRA;
        }
        return sudden ? RrVerdict.ECTOPIC : RrVerdict.ODD;
    }

    private double limit(double usual) {
        double adaptive = changes.count() < 8
                ? 0.15 * usual
                : DEVIATIONS * (changes.quantile(0.75) - changes.quantile(0.25)) / 2 + changes.median();
        double most = shortLong > FREQUENT && before == BeatShape.UNKNOWN ? FREQUENT_SHARE : MOST_SHARE;
        return Math.max(LEAST_SHARE * usual, Math.min(most * usual, adaptive));
    }

    /** Four doubtful intervals in a row that agree with each other are a new pace, not artefacts. */
    private void doubt(double rrMillis) {
        last = Double.NaN;
        doubtful[inDoubt++] = rrMillis;
        if (inDoubt < doubtful.length) {
            return;
        }
        double low = doubtful[0];
        double high = low;
        for (double one : doubtful) {
            low = Math.min(low, one);
            high = Math.max(high, one);
        }
        if (high - low < 0.15 * low) {
            pace.clear();
            for (double one : doubtful) {
                pace.add(one);
            }
            last = rrMillis;
            inDoubt = 0;
        } else {
            System.arraycopy(doubtful, 1, doubtful, 0, doubtful.length - 1);
            inDoubt--;
        }
    }

    /**
     * The verdicts on a whole series, seen with what came after: as judged live, and a long interval right before an early
     * one is taken with it, for the beat between them lies in the wrong place.
     *
     * @param rrMillis intervals in their order, NaN for a break
     */
    public static RrVerdict[] whole(double[] rrMillis) {
        BeatShape[] shapes = new BeatShape[rrMillis.length];
        Arrays.fill(shapes, BeatShape.UNKNOWN);
        return whole(rrMillis, shapes);
    }

    /**
     * As {@link #whole(double[])}.
     *
     * @param shapes of the beat that ends each interval
     */
    public static RrVerdict[] whole(double[] rrMillis, BeatShape[] shapes) {
        RrCleaner cleaner = new RrCleaner();
        RrVerdict[] verdicts = new RrVerdict[rrMillis.length];
        for (int i = 0; i < rrMillis.length; i++) {
            double usual = cleaner.pace.median();
            double limit = cleaner.pace.count() < 3 ? Double.NaN : cleaner.limit(usual);
            verdicts[i] = cleaner.step(rrMillis[i], shapes[i]);
            boolean early = verdicts[i] == RrVerdict.ECTOPIC || verdicts[i] == RrVerdict.EXTRA;
            if (i > 0 && early && verdicts[i - 1] == RrVerdict.NORMAL && rrMillis[i - 1] - usual > 0.7 * limit) {
                verdicts[i - 1] = RrVerdict.ECTOPIC;
            }
        }
        return verdicts;
    }

    /** Share of all judged intervals that were not normal, 0 … 1; NaN before the first. */
    public double correctedShare() {
        return judged == 0 ? Double.NaN : (double) corrected / judged;
    }

    public void reset() {
        before = BeatShape.UNKNOWN;
        raw = Double.NaN;
        rawBefore = Double.NaN;
        shortLong = 0;
        changes.clear();
        pace.clear();
        last = Double.NaN;
        afterEarly = false;
        inDoubt = 0;
        judged = 0;
        corrected = 0;
    }
}

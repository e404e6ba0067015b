package org.stillpoint.training;

import java.util.Arrays;
import org.stillpoint.signal.RrVerdict;

/**
 * Beats and breaths of one block at one rate, as they come, and which of the breaths may be analysed: those that followed
 * the pacer and hold no odd, missing or unsure beat interval.
 *
 * <p>Preallocated; one thread. Times are seconds since the session's start.
 */
final class PacedBreaths {

    /** Followed: begun within this share of a cycle of the pacer's in-breath ... */
    static final double OFF_SHARE = 0.2;
    /** ... and as long as its cycle within this share. The same limits as the live measure {@code with_pacer}. */
    static final double LENGTH_SHARE = 0.15;

    /** Beats reach the exercise a little after the breath that holds them. */
    static final double SETTLED_SECONDS = 1.5;

    private static final int MOST_BEATS = 4096;
    private static final int MOST_BREATHS = 512;
    private static final int LEAST_BEATS = 4;
    private static final double LEAST_COVERED = 0.9;

    private final double[] beatSeconds = new double[MOST_BEATS];
    private final double[] rrMillis = new double[MOST_BEATS];
    private final boolean[] normal = new boolean[MOST_BEATS];
    private final double[] inhale = new double[MOST_BREATHS];
    private final double[] exhale = new double[MOST_BREATHS];
    private final double[] end = new double[MOST_BREATHS];
    private final boolean[] followed = new boolean[MOST_BREATHS];
    private final boolean[] clean = new boolean[MOST_BREATHS];
    private int beats;
    private int breaths;
    private int judged;
    private int analysed;
    private int following;
    private double ratePerMinute = Double.NaN;
    private double fromSeconds = Double.NaN;
    private double untilSeconds = Double.NaN;

    /** @param fromSeconds breaths that begin before it are still finding into the rate and do not count */
    void begin(double newRatePerMinute, double countFromSeconds) {
        ratePerMinute = newRatePerMinute;
        fromSeconds = countFromSeconds;
        untilSeconds = countFromSeconds;
        beats = 0;
        breaths = 0;
        judged = 0;
        analysed = 0;
        following = 0;
    }

    /** Breaths that begin before this time do not count: the session was held. */
    void notBefore(double tSeconds) {
        fromSeconds = Math.max(fromSeconds, tSeconds);
    }

    double ratePerMinute() {
        return ratePerMinute;
    }

    /** The block lasted until now. */
    void until(double tSeconds) {
        untilSeconds = tSeconds;
    }

    void beat(double tSeconds, double intervalMillis, RrVerdict verdict) {
        if (beats < MOST_BEATS && (beats == 0 || tSeconds > beatSeconds[beats - 1])) {
            beatSeconds[beats] = tSeconds;
            rrMillis[beats] = intervalMillis;
            normal[beats] = verdict == RrVerdict.NORMAL && intervalMillis > 0;
            beats++;
        }
    }

    /** @param pacerPhase where the pacer stood when the breath began, 0 … 1, 0 = its in-breath begins */
    void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double pacerPhase) {
        double cycle = 60 / ratePerMinute;
        boolean counts = inhaleSeconds >= fromSeconds && exhaleSeconds > inhaleSeconds && endSeconds > exhaleSeconds;
        if (!counts || breaths == MOST_BREATHS) {
            return;
        }
        double off = Math.abs(pacerPhase - Math.rint(pacerPhase));
        inhale[breaths] = inhaleSeconds;
        exhale[breaths] = exhaleSeconds;
        end[breaths] = endSeconds;
        followed[breaths] = off <= OFF_SHARE && Math.abs((endSeconds - inhaleSeconds) / cycle - 1) <= LENGTH_SHARE;
        clean[breaths] = false;
        following += followed[breaths] ? 1 : 0;
        breaths++;
    }

    /** Beats and breaths that ended at this time or later are not trusted. */
    void disturbed(double fromSeconds) {
        while (beats > 0 && beatSeconds[beats - 1] >= fromSeconds) {
            beats--;
        }
        while (breaths > 0 && end[breaths - 1] >= fromSeconds) {
            breaths--;
            following -= followed[breaths] ? 1 : 0;
            analysed -= judged > breaths && clean[breaths] ? 1 : 0;
        }
        judged = Math.min(judged, breaths);
    }

    /** Judges the breaths whose beats must all have come by now. */
    void judge(double nowSeconds) {
        while (judged < breaths && end[judged] + SETTLED_SECONDS <= nowSeconds) {
            clean[judged] = followed[judged] && covered(judged);
            analysed += clean[judged] ? 1 : 0;
            judged++;
        }
    }

    private boolean covered(int breath) {
        double seconds = 0;
        int used = 0;
        for (int i = firstBeatAfter(inhale[breath]); i < beats; i++) {
            double began = beatSeconds[i] - rrMillis[i] / 1000;
            if (began >= end[breath]) {
                break;
            }
            if (!normal[i]) {
                return false;
            }
            seconds += Math.min(end[breath], beatSeconds[i]) - Math.max(inhale[breath], began);
            used++;
        }
        return used >= LEAST_BEATS && seconds >= LEAST_COVERED * (end[breath] - inhale[breath]);
    }

    private int firstBeatAfter(double tSeconds) {
        int found = Arrays.binarySearch(beatSeconds, 0, beats, tSeconds);
        return found >= 0 ? found : -found - 1;
    }

    int beats() {
        return beats;
    }

    double beatSeconds(int i) {
        return beatSeconds[i];
    }

    double rrMillis(int i) {
        return rrMillis[i];
    }

    boolean normal(int i) {
        return normal[i];
    }

    /** Breaths that began after the block had settled. */
    int breaths() {
        return breaths;
    }

    double inhale(int i) {
        return inhale[i];
    }

    double exhale(int i) {
        return exhale[i];
    }

    double end(int i) {
        return end[i];
    }

    boolean analysed(int i) {
        return clean[i];
    }

    /** How many breaths followed the pacer. */
    int following() {
        return following;
    }

    /** How many breaths may be analysed. */
    int analysed() {
        return analysed;
    }

    double fromSeconds() {
        return fromSeconds;
    }

    /** Share of the counted time that normal intervals cover, 0 … 1. */
    double beatCoverage() {
        double covered = 0;
        for (int i = 0; i < beats; i++) {
            if (normal[i]) {
                double began = Math.max(fromSeconds, beatSeconds[i] - rrMillis[i] / 1000);
                covered += Math.max(0, Math.min(untilSeconds, beatSeconds[i]) - began);
            }
        }
        return untilSeconds > fromSeconds ? Math.min(1, covered / (untilSeconds - fromSeconds)) : Double.NaN;
    }

    /** Share of the counted intervals that were not normal, 0 … 1; NaN without one. */
    double correctedShare() {
        int all = 0;
        int odd = 0;
        for (int i = firstBeatAfter(fromSeconds); i < beats; i++) {
            if (rrMillis[i] > 0) {
                all++;
                odd += normal[i] ? 0 : 1;
            }
        }
        return all == 0 ? Double.NaN : (double) odd / all;
    }
}

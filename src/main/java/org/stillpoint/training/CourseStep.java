package org.stillpoint.training;

/**
 * Which step of the five-session course comes next: up when this one's aim was met, down when it was too much, else the
 * same again.
 *
 * <p>Aims (engineering choices; order of the steps after the published five-session plan): 1 and 2 follow the pacer for
 * 60 and 70 % of the breaths, for one that did not spoils the next one too, and swing 1.5 times as much as alone before; 3
 * keeps 70 % of that swing while the pacer is away; 4 and 5 keep without any pacer 70 % of the newest swing that this
 * person had with it. Under 40 %, or when the pacer had to be stopped, one step down. What was not measured moves nobody.
 *
 * @param number 1 … 5
 * @param reason one sentence for the therapist
 */
record CourseStep(int number, String reason) {

    static final int LAST = 5;

    private static final double KEPT = 0.7;
    private static final double LOST = 0.4;
    private static final double GROWN = 1.5;
    private static final double[] FOLLOWED_PERCENT = {60, 70};

    /**
     * What one session showed; NaN = not measured.
     *
     * @param stopped the pacer had to be stopped because it felt wrong
     * @param followedPercent share of the breaths that followed the pacer
     * @param aloneBefore swing per breath alone before training, beats a minute
     * @param withPacer with the pacer; of this session, or the newest one that had a pacer
     * @param without while the pacer was away, or without any
     */
    record Seen(boolean stopped, double followedPercent, double aloneBefore, double withPacer, double without) {}

    static CourseStep after(int step, Seen seen) {
        if (seen.stopped()) {
            return down(step, "The pacer had to be stopped");
        }
        if (step <= FOLLOWED_PERCENT.length) {
            double grown = seen.withPacer() / seen.aloneBefore();
            if (Double.isNaN(seen.followedPercent()) || Double.isNaN(grown)) {
                return unknown(step);
            }
            boolean met = seen.followedPercent() >= FOLLOWED_PERCENT[step - 1] && grown >= GROWN;
            return met
                    ? up(step, "The breath followed the pacer and the heart answered")
                    : same(step, "Following the pacer is not easy yet, or the heart answered little");
        }
        double kept = seen.without() / seen.withPacer();
        if (Double.isNaN(kept)) {
            return unknown(step);
        }
        return kept >= KEPT
                ? up(step, "The swing stayed without the pacer")
                : kept < LOST
                        ? down(step, "Most of the swing went away with the pacer")
                        : same(step, "Part of the swing stayed without the pacer");
    }

    private static CourseStep up(int step, String why) {
        return step == LAST
                ? new CourseStep(LAST, why + ": the course is done, a visit now and then keeps it.")
                : new CourseStep(step + 1, why + ": step " + (step + 1) + " is next.");
    }

    private static CourseStep down(int step, String why) {
        int next = Math.max(1, step - 1);
        return new CourseStep(next, why + ": step " + next + " is next, at an easy pace.");
    }

    private static CourseStep same(int step, String why) {
        return new CourseStep(step, why + ": step " + step + " once more.");
    }

    private static CourseStep unknown(int step) {
        return same(step, "Too few clean breaths to judge");
    }
}

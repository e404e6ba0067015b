package org.stillpoint.care;

/**
 * How much of a trial the trained muscle was at or under the level of the person's first baseline. That level is fixed: a
 * goal that moves within the training has no part in it.
 *
 * @param levelMicrovolts the level; NaN when there is none, then all else is NaN too
 * @param ground whose level it is, in words
 * @param percent of the usable seconds of the trial; NaN with too few of them
 * @param shownPercent of those with feedback on the screen
 * @param alonePercent of those in which it was veiled
 * @param relaxSeconds from the start of the trial to the first {@value #STAYS_SECONDS} seconds in a row at or under the
 *     level; NaN when there were none
 */
public record ZoneTime(
        double levelMicrovolts,
        String ground,
        double percent,
        double shownPercent,
        double alonePercent,
        double relaxSeconds) {

    /** Staying under the level for so long is having let go; an engineering choice. */
    public static final int STAYS_SECONDS = 10;

    /** Without a level. */
    public static ZoneTime none(String why) {
        return new ZoneTime(Double.NaN, why, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * @param levels of the muscle, one a second, NaN where there was none
     * @param seconds of each since the start of the trial
     * @param shown whether feedback was on the screen then
     * @param trial whether the trial shows feedback at all
     */
    public static ZoneTime of(
            double levelMicrovolts, String ground, double[] levels, double[] seconds, boolean[] shown, boolean trial) {
        if (Double.isNaN(levelMicrovolts)) {
            return none(ground);
        }
        return new ZoneTime(
                levelMicrovolts,
                ground,
                percent(levelMicrovolts, levels, shown, true, true),
                trial ? percent(levelMicrovolts, levels, shown, true, false) : Double.NaN,
                trial ? percent(levelMicrovolts, levels, shown, false, true) : Double.NaN,
                relax(levelMicrovolts, levels, seconds));
    }

    private static double percent(double level, double[] levels, boolean[] shown, boolean with, boolean without) {
        int usable = 0;
        int within = 0;
        int all = 0;
        for (int i = 0; i < levels.length; i++) {
            if (shown[i] ? with : without) {
                all++;
                usable += Double.isNaN(levels[i]) ? 0 : 1;
                within += levels[i] <= level ? 1 : 0;
            }
        }
        boolean enough = usable >= Spread.LEAST_SECONDS && 100.0 * usable >= Spread.LEAST_USABLE_PERCENT * all;
        return enough ? 100.0 * within / usable : Double.NaN;
    }

    private static double relax(double level, double[] levels, double[] seconds) {
        int run = 0;
        for (int i = 0; i < levels.length; i++) {
            run = levels[i] <= level ? run + 1 : 0;
            if (run == STAYS_SECONDS) {
                return Math.max(0, seconds[i - STAYS_SECONDS + 1]);
            }
        }
        return Double.NaN;
    }
}

package org.stillpoint.training;

/** Levels of one phase at 50 a second, for its percentiles; keeps the newest 40 minutes. One thread, preallocated. */
final class LevelLog extends ValueLog {

    private static final int CAPACITY = 40 * 60 * 50;
    private static final int AT_LEAST = 5 * 50;

    LevelLog() {
        super(CAPACITY);
    }

    /** Nearest-rank percentile; NaN with less than five seconds of levels. */
    double percentile(double percent) {
        if (count() < AT_LEAST) {
            return Double.NaN;
        }
        return sorted()[(int) Math.ceil(percent / 100 * count()) - 1];
    }

    /** Mean; NaN with less than five seconds of levels. */
    double mean() {
        if (count() < AT_LEAST) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < count(); i++) {
            sum += value(i);
        }
        return sum / count();
    }

    /** Standard deviation; NaN with less than five seconds of levels. */
    double deviation() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < count(); i++) {
            sum += (value(i) - mean) * (value(i) - mean);
        }
        return Math.sqrt(sum / (count() - 1));
    }

    /** Share of the levels under a line, 0 … 1; NaN with less than five seconds of levels. */
    double shareUnder(double line) {
        if (count() < AT_LEAST || line != line) {
            return Double.NaN;
        }
        int under = 0;
        for (int i = 0; i < count(); i++) {
            under += value(i) < line ? 1 : 0;
        }
        return (double) under / count();
    }
}

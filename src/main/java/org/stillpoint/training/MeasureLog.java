package org.stillpoint.training;

/**
 * Values of one measure in one part of a session, for their median; keeps the newest 4096. NaN is left out. One thread,
 * preallocated.
 */
final class MeasureLog extends ValueLog {

    private static final int CAPACITY = 4096;

    private final int least;

    /** @param least with fewer values there is no median */
    MeasureLog(int least) {
        super(CAPACITY);
        this.least = least;
    }

    /** NaN with fewer values than are needed. */
    double median() {
        if (count() < least) {
            return Double.NaN;
        }
        int count = count();
        double[] sorted = sorted();
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
    }
}

package org.stillpoint.acquisition;

/**
 * Follows a device's true rate against the host's monotonic clock: sample index to time and back.
 *
 * <p>Bytes arrive late and in bursts, never early. So in each second only the least delayed arrival counts, and a
 * straight line is laid under those of the last minute. Raw samples are never inserted or dropped by it: only the
 * map from index to time moves. One thread; allocates nothing after construction.
 */
public final class SampleClock {

    private static final int WINDOW = 60;
    private static final int FIT_FROM = 8;
    /** An Arduino's resonator may be off by half a percent; more is a wrong profile, not a drift. */
    private static final double LIMIT = 0.008;

    // A second that is late as a whole is no evidence for the line until lateness lasts.
    private static final double LATE_NANOS = 4e6;
    private static final int LATE_SECONDS = 5;

    private final double nominalPeriodNanos;
    private final double[] indices = new double[WINDOW];
    private final double[] arrivals = new double[WINDOW];
    private final int[] hull = new int[WINDOW];
    private int points;
    private int newest = -1;
    private long originNanos;
    private boolean started;
    private double periodNanos;
    private double offsetNanos;
    private double firstIndex;
    private double bucketEndNanos;
    private double bestResidual;
    private double bestIndex;
    private double bestArrival;
    private double leastLateNanos;
    private int seconds;
    private int lateSeconds;

    /** @param nominalRateHz what the device promises; the fit may leave it by 0.8 % at most */
    public SampleClock(double nominalRateHz) {
        if (!(nominalRateHz > 0)) {
            throw new IllegalArgumentException("rate " + nominalRateHz + " Hz");
        }
        this.nominalPeriodNanos = 1e9 / nominalRateHz;
        this.periodNanos = nominalPeriodNanos;
    }

    /** The newest sample of a chunk, and when the chunk arrived. */
    public void observe(long index, long arrivalNanos) {
        if (!started) {
            start(index, arrivalNanos);
        }
        double arrival = arrivalNanos - originNanos;
        double residual = arrival - at(index);
        if (points < FIT_FROM && residual < 0) {
            // The first chunks were later than this one: the line starts at the least delayed arrival.
            offsetNanos += residual;
            residual = 0;
        }
        if (residual < bestResidual) {
            bestResidual = residual;
            bestIndex = index;
            bestArrival = arrival;
        }
        if (arrival >= bucketEndNanos) {
            closeBucket(arrival);
        }
    }

    private void start(long index, long arrivalNanos) {
        started = true;
        originNanos = arrivalNanos;
        firstIndex = index;
        offsetNanos = 0;
        bucketEndNanos = 1e9;
        bestResidual = Double.POSITIVE_INFINITY;
    }

    private void closeBucket(double arrival) {
        if (bestResidual < Double.POSITIVE_INFINITY) {
            seconds++;
            boolean late = bestResidual > LATE_NANOS;
            leastLateNanos = late && lateSeconds > 0 ? Math.min(leastLateNanos, bestResidual) : bestResidual;
            lateSeconds = late ? lateSeconds + 1 : 0;
            if (points < FIT_FROM || lateSeconds == 0 || lateSeconds > LATE_SECONDS) {
                newest = (newest + 1) % WINDOW;
                indices[newest] = bestIndex;
                arrivals[newest] = bestArrival;
                points = Math.min(points + 1, WINDOW);
                if (points >= FIT_FROM) {
                    fit();
                }
            }
        }
        bestResidual = Double.POSITIVE_INFINITY;
        bucketEndNanos = arrival + 1e9;
    }

    /**
     * The line under all points that lies closest to them in sum: the edge of their lower hull over the mean index. A
     * second in which everything was late lies above it and moves nothing.
     */
    private void fit() {
        double meanIndex = 0;
        int edges = 0;
        for (int i = 0; i < points; i++) {
            int point = (newest + 1 + i + WINDOW - points) % WINDOW;
            meanIndex += indices[point];
            while (edges >= 2 && above(hull[edges - 2], hull[edges - 1], point)) {
                edges--;
            }
            hull[edges++] = point;
        }
        meanIndex /= points;
        int edge = 0;
        while (edge < edges - 2 && indices[hull[edge + 1]] < meanIndex) {
            edge++;
        }
        double slope =
                (arrivals[hull[edge + 1]] - arrivals[hull[edge]]) / (indices[hull[edge + 1]] - indices[hull[edge]]);
        double limit = LIMIT * nominalPeriodNanos;
        periodNanos = Math.max(nominalPeriodNanos - limit, Math.min(nominalPeriodNanos + limit, slope));
        offsetNanos = Double.POSITIVE_INFINITY;
        for (int i = 0; i < edges; i++) {
            offsetNanos = Math.min(offsetNanos, arrivals[hull[i]] - (indices[hull[i]] - firstIndex) * periodNanos);
        }
    }

    /** Whether the middle point lies on or above the line from the first to the last. */
    private boolean above(int first, int middle, int last) {
        return (arrivals[middle] - arrivals[first]) * (indices[last] - indices[first])
                >= (arrivals[last] - arrivals[first]) * (indices[middle] - indices[first]);
    }

    private double at(double index) {
        return offsetNanos + (index - firstIndex) * periodNanos;
    }

    /** Time of a sample on the monotonic clock; meaningful after the first {@link #observe}. */
    public long nanosOf(long index) {
        return originNanos + Math.round(at(index));
    }

    /** Which sample the device is taking at this time, as a fraction. */
    public double indexAt(long nanos) {
        return firstIndex + (nanos - originNanos - offsetNanos) / periodNanos;
    }

    public boolean started() {
        return started;
    }

    /** The device's rate as fitted; the nominal one during the first seconds. */
    public double rateHz() {
        return 1e9 / periodNanos;
    }

    /** How far the fitted rate is from the nominal one, in millionths. */
    public double partsPerMillion() {
        return (nominalPeriodNanos / periodNanos - 1) * 1e6;
    }

    /**
     * How late at least every arrival of the last five seconds was, said once, before the line follows it; otherwise 0.
     * A busy machine is late for a second; only a loss that nobody counted stays.
     */
    public double lastingLatenessNanos() {
        return lateSeconds == LATE_SECONDS ? leastLateNanos : 0;
    }

    /** How many whole seconds with arrivals have been seen. */
    public int seconds() {
        return seconds;
    }
}

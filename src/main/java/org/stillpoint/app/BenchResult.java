package org.stillpoint.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.HdrHistogram.Histogram;

/**
 * One measured figure.
 *
 * @param goalId goal of the performance page it belongs to; null = none
 * @param goal limit for the median (of a latency), or for the value
 * @param met whether it is kept; null without a goal
 * @param ratioToReference median in units of the reference loop's own time
 */
record BenchResult(
        String metric,
        @JsonProperty("goal_id") String goalId,
        String unit,
        long n,
        double p50,
        double p95,
        double p99,
        double max,
        Double goal,
        Boolean met,
        @JsonProperty("ratio_to_reference") Double ratioToReference,
        @JsonProperty("dropped_blocks") int droppedBlocks) {

    /** From nanoseconds; shown in microseconds or milliseconds. */
    static BenchResult of(
            String metric,
            String goalId,
            Histogram nanos,
            boolean inMillis,
            double goal,
            double referenceMillis,
            int droppedBlocks) {
        double unit = inMillis ? 1e6 : 1e3;
        double median = nanos.getValueAtPercentile(50) / unit;
        return new BenchResult(
                metric,
                goalId,
                inMillis ? "ms" : "us",
                nanos.getTotalCount(),
                round(median),
                round(nanos.getValueAtPercentile(95) / unit),
                round(nanos.getValueAtPercentile(99) / unit),
                round(nanos.getMaxValue() / unit),
                goal,
                nanos.getTotalCount() == 0 ? null : median <= goal,
                nanos.getTotalCount() == 0
                        ? null
                        : round(nanos.getValueAtPercentile(50) / 1e6 / referenceMillis * 1e3) / 1e3,
                droppedBlocks);
    }

    /** From nanoseconds, in microseconds, without a goal. */
    static BenchResult plain(String metric, Histogram nanos, double referenceMillis) {
        BenchResult with = of(metric, null, nanos, false, Double.POSITIVE_INFINITY, referenceMillis, 0);
        return new BenchResult(
                metric,
                null,
                with.unit,
                with.n,
                with.p50,
                with.p95,
                with.p99,
                with.max,
                null,
                null,
                with.ratioToReference,
                0);
    }

    /** A count. */
    static BenchResult count(String metric, String goalId, String unit, long n, double value, double goal) {
        return new BenchResult(metric, goalId, unit, n, value, value, value, value, goal, value <= goal, null, 0);
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}

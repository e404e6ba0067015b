package org.stillpoint.device;

/** When each sample is due, on a clock that may change its speed on the way. */
final class SampleSchedule {

    private long firstIndex;
    private double firstNanos;
    private double nanosPerSample;

    /** Sample 0 is due now. */
    SampleSchedule(long nowNanos, double samplesPerSecond) {
        firstNanos = nowNanos;
        nanosPerSample = 1e9 / samplesPerSecond;
    }

    /** From the next sample on at another speed. */
    void change(long nowNanos, double samplesPerSecond) {
        long next = dueBy(nowNanos);
        firstNanos = dueNanos(next);
        firstIndex = next;
        nanosPerSample = 1e9 / samplesPerSecond;
    }

    /** How many samples are due by then, counted from sample 0. */
    long dueBy(long nowNanos) {
        return firstIndex + Math.max(0, (long) Math.floor((nowNanos - firstNanos) / nanosPerSample) + 1);
    }

    long dueNanos(long index) {
        return (long) Math.ceil(firstNanos + (index - firstIndex) * nanosPerSample);
    }
}

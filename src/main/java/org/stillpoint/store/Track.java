package org.stillpoint.store;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.acquisition.GapLog;
import org.stillpoint.acquisition.Health;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.signal.Gap;

/**
 * One ring's way into the recording: takes samples from its own cursor until a second of them waits, and knows what is
 * lost. While the disk does not take the second, the rest waits in the ring. One thread.
 */
final class Track {

    private final SampleRing.Cursor cursor;
    private final long origin;
    private final double rateHz;
    private final boolean fixedGrid;
    private final Health health;
    private final GapLog log;
    private final double[][] waiting;
    private final int capacity;
    private final List<Gap> newGaps = new ArrayList<>();
    private int count;
    private long first;
    private long firstNanos;
    private long lastNanos;
    private boolean carried;
    private long lost;
    private long lapFirst = -1;
    private long lapEnd = -1;
    private long runFirst = -1;
    private long logged;
    private long loggedUpTo;

    private Track(SampleRing ring, long origin, double rateHz, boolean fixedGrid, Health health, GapLog log) {
        this.cursor = ring.cursorAt(origin);
        this.origin = origin;
        this.rateHz = rateHz;
        this.fixedGrid = fixedGrid;
        this.health = health;
        this.log = log;
        this.capacity = (int) Math.max(64, Math.ceil(rateHz > 0 ? rateHz : 1000));
        this.waiting = new double[ring.channels()][capacity];
    }

    static Track of(RecordedDevice device) {
        return new Track(device.ring(), device.firstIndex(), device.rateHz(), true, device.health(), device.gaps());
    }

    /** Rows that are not on a sample grid: no gaps are looked for. */
    static Track ofFeedback(SampleRing ring) {
        return new Track(ring, ring.published(), 0, false, null, null);
    }

    /**
     * Takes what is there, a second's worth at most.
     *
     * @param limit takes no sample with this index or a later one
     * @param untilNanos takes no sample later than this
     * @return true when there was more to take
     */
    boolean take(long limit, long untilNanos) {
        while (count < capacity) {
            if (!carried && !cursor.advance()) {
                return false;
            }
            long index = cursor.index() - origin;
            if (index >= limit || cursor.nanos() - untilNanos > 0) {
                carried = true;
                return false;
            }
            if (index != first + count) {
                if (count > 0) {
                    // A block has no holes: what comes after the jump goes into the next one.
                    carried = true;
                    return true;
                }
                lapped(index);
            }
            carried = false;
            keep(index);
        }
        return true;
    }

    private void lapped(long index) {
        endRun(first);
        lost += index - first;
        lapFirst = first;
        lapEnd = index;
        newGaps.add(new Gap(first, index - first, false, "reader"));
        first = index;
    }

    private void keep(long index) {
        double[] codes = cursor.codes();
        boolean none = true;
        for (int channel = 0; channel < codes.length; channel++) {
            waiting[channel][count] = codes[channel];
            none &= Double.isNaN(codes[channel]);
        }
        if (count == 0) {
            firstNanos = cursor.nanos();
        }
        lastNanos = cursor.nanos();
        count++;
        if (!fixedGrid) {
            return;
        }
        if (!none) {
            endRun(index);
        } else if (runFirst < 0) {
            runFirst = index;
        }
    }

    /** A run of samples without any value ends before this index. */
    private void endRun(long end) {
        if (runFirst >= 0 && log == null) {
            lost += end - runFirst;
            newGaps.add(new Gap(runFirst, end - runFirst, true, end - runFirst > rateHz ? "silence" : "frames"));
        }
        runFirst = -1;
    }

    /** Takes over what the device's own log says of samples that are here already. */
    private void readLog() {
        if (log == null) {
            return;
        }
        for (long newest = log.published(); logged < newest; logged++) {
            Gap gap = log.gap(logged);
            long from = Math.max(0, gap.firstIndex() - origin);
            long to = gap.firstIndex() - origin + gap.samples();
            if (to > next()) {
                return;
            }
            boolean told = from >= lapFirst && to <= lapEnd;
            if (to > from && !told) {
                lost += to - from;
                loggedUpTo = to;
                newGaps.add(new Gap(from, to - from, gap.estimated(), gap.reason()));
            }
        }
    }

    /** A loss that lasts until the end becomes a gap too. */
    void end() {
        readLog();
        if (runFirst >= loggedUpTo && runFirst >= 0) {
            boolean gone = health != null && health.line() == Health.Line.LOST;
            lost += next() - runFirst;
            newGaps.add(new Gap(runFirst, next() - runFirst, true, gone ? "unplugged" : "silence"));
        }
        runFirst = -1;
    }

    Tick.Ring tick(long startNanos) {
        readLog();
        boolean open = runFirst >= loggedUpTo && runFirst >= 0;
        return new Tick.Ring(
                first,
                count,
                firstNanos - startNanos,
                lastNanos - startNanos,
                health == null ? Double.NaN : health.fittedRateHz(),
                lost + (open ? next() - runFirst : 0),
                open ? runFirst : -1);
    }

    /** Codes of a channel that wait; the first {@link #count} count. */
    double[] codes(int channel) {
        return waiting[channel];
    }

    int channels() {
        return waiting.length;
    }

    int count() {
        return count;
    }

    /** Index of the next sample to take. */
    long next() {
        return first + count;
    }

    long lastNanos() {
        return lastNanos;
    }

    /** Gaps not yet stored; the caller clears the list when they are. */
    List<Gap> newGaps() {
        return newGaps;
    }

    /** What waited is durable. */
    void stored() {
        first += count;
        count = 0;
    }
}

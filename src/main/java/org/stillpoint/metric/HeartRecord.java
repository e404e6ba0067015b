package org.stillpoint.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stillpoint.signal.BeatShape;
import org.stillpoint.signal.RrCleaner;
import org.stillpoint.signal.RrVerdict;

/**
 * The beats and breaths of a whole session, judged at its end with all beats seen; segments are cut from it.
 *
 * <p>In: each beat of the session's heart and each whole breath, in their order. One thread.
 */
public final class HeartRecord {

    private double[] times = new double[1024];
    private double[] intervals = new double[1024];
    private BeatShape[] shapes = new BeatShape[1024];
    private int count;
    private final List<double[]> breaths = new ArrayList<>();
    private boolean[] normal;

    /**
     * A beat of the session's heart.
     *
     * @param rrMillis interval that it ends; NaN when there is none
     * @param live what the pipeline thought of it: one of a poor signal or of a hold is no interval
     * @param shape whether the beat looks like the usual ones
     */
    public void beat(double tSeconds, double rrMillis, RrVerdict live, BeatShape shape) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
            intervals = Arrays.copyOf(intervals, 2 * count);
            shapes = Arrays.copyOf(shapes, 2 * count);
        }
        times[count] = tSeconds;
        shapes[count] = shape;
        intervals[count++] = live == RrVerdict.POOR || live == RrVerdict.NONE ? Double.NaN : rrMillis;
        normal = null;
    }

    /** A beat of whose form nothing is known. */
    public void beat(double tSeconds, double rrMillis, RrVerdict live) {
        beat(tSeconds, rrMillis, live, BeatShape.UNKNOWN);
    }

    public void breath(double inhaleSeconds, double endSeconds) {
        breaths.add(new double[] {inhaleSeconds, endSeconds});
    }

    private boolean[] normal() {
        if (normal == null) {
            RrVerdict[] verdicts = RrCleaner.whole(Arrays.copyOf(intervals, count), shapes);
            normal = new boolean[count];
            for (int i = 0; i < count; i++) {
                normal[i] = verdicts[i] == RrVerdict.NORMAL && Double.isFinite(intervals[i]);
            }
        }
        return normal;
    }

    /**
     * The intervals that lie within two times, both beats of each.
     *
     * @param measuredSeconds length less what was on hold
     */
    public HeartSegment segment(double fromSeconds, double toSeconds, double measuredSeconds) {
        int first = 0;
        while (first < count && times[first] < fromSeconds) {
            first++;
        }
        int end = first;
        while (end < count && times[end] < toSeconds) {
            end++;
        }
        double[] rr = Arrays.copyOfRange(intervals, first, end);
        boolean[] use = Arrays.copyOfRange(normal(), first, end);
        if (rr.length > 0) {
            // began before the segment
            rr[0] = Double.NaN;
            use[0] = false;
        }
        List<double[]> whole = breaths.stream()
                .filter(one -> one[0] >= fromSeconds && one[1] <= toSeconds)
                .toList();
        return new HeartSegment(Arrays.copyOfRange(times, first, end), rr, use, whole, measuredSeconds);
    }
}

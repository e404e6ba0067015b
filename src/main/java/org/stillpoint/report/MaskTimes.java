package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.signal.Marker;

/**
 * The times of a session that no measure counts: holds, and what surrounds a marked disturbance.
 *
 * <p>A marker of kind {@code event} is set about 3 s after what it names and bears the earlier time: masked are 2 s before
 * that and 2 s after the key. Live, the seconds before the key had already counted.
 */
final class MaskTimes {

    private static final double BACK_DATED_SECONDS = 3;
    private static final double EACH_SIDE_SECONDS = 2;

    private final List<double[]> masks = new ArrayList<>();

    MaskTimes(List<Marker> markers) {
        List<double[]> all = new ArrayList<>();
        double heldSince = Double.NaN;
        for (Marker marker : markers) {
            double t = marker.tSeconds();
            switch (marker.kind()) {
                case "hold" -> heldSince = t;
                case "resume" -> {
                    if (!Double.isNaN(heldSince)) {
                        all.add(new double[] {heldSince, t});
                    }
                    heldSince = Double.NaN;
                }
                case "event" ->
                    all.add(new double[] {t - EACH_SIDE_SECONDS, t + BACK_DATED_SECONDS + EACH_SIDE_SECONDS});
                default -> {
                    // masks nothing
                }
            }
        }
        if (!Double.isNaN(heldSince)) {
            all.add(new double[] {heldSince, Double.POSITIVE_INFINITY});
        }
        all.sort((a, b) -> Double.compare(a[0], b[0]));
        all.forEach(this::join);
    }

    private void join(double[] mask) {
        double[] last = masks.isEmpty() ? null : masks.get(masks.size() - 1);
        if (last != null && mask[0] <= last[1]) {
            last[1] = Math.max(last[1], mask[1]);
        } else {
            masks.add(mask);
        }
    }

    /** Whether nothing counts at this time. */
    boolean at(double seconds) {
        for (double[] mask : masks) {
            if (seconds >= mask[0] && seconds < mask[1]) {
                return true;
            }
        }
        return false;
    }

    /** Seconds between two times that do not count. */
    double within(double fromSeconds, double toSeconds) {
        double masked = 0;
        for (double[] mask : masks) {
            masked += Math.max(0, Math.min(mask[1], toSeconds) - Math.max(mask[0], fromSeconds));
        }
        return masked;
    }
}

package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.signal.Marker;
import org.stillpoint.store.NewSession;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SampleReader;
import org.stillpoint.store.StoreException;

/**
 * A stretch of a session that is measured for itself: a phase, or the whole recording where there are none.
 *
 * @param title of the phase; empty = the whole recording
 * @param fromSeconds its start
 * @param toSeconds its end, not in it
 * @param heldSeconds how much of it was on hold
 * @param paced whether a pacer ran in it
 */
record Segment(String title, double fromSeconds, double toSeconds, double heldSeconds, boolean paced) {

    /** A pacer that ran for a shorter share has not set the breathing. */
    private static final double PACED_SHARE = 0.1;

    /** The segments of a recording, in their order. */
    static List<Segment> of(Recording recording) throws StoreException {
        double end = recording.session().seconds();
        List<Marker> phases = new ArrayList<>();
        double finish = end;
        for (Marker marker : recording.markers()) {
            if (marker.kind().equals("phase") && marker.tSeconds() < end) {
                phases.add(marker);
            } else if (marker.kind().equals("finish")) {
                finish = Math.min(finish, marker.tSeconds());
            }
        }
        if (phases.isEmpty()) {
            phases.add(new Marker(0, "phase", ""));
            finish = end;
        }
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < phases.size(); i++) {
            double from = phases.get(i).tSeconds();
            double to = i + 1 < phases.size() ? phases.get(i + 1).tSeconds() : finish;
            if (to > from) {
                segments.add(new Segment(phases.get(i).label(), from, to, held(recording, from, to), false));
            }
        }
        return paced(recording, segments);
    }

    private static double held(Recording recording, double from, double to) {
        double held = 0;
        double since = Double.NaN;
        for (Marker marker : recording.markers()) {
            if (marker.kind().equals("hold")) {
                since = marker.tSeconds();
            } else if (marker.kind().equals("resume") && since == since) {
                held += within(since, marker.tSeconds(), from, to);
                since = Double.NaN;
            }
        }
        return since == since ? held + within(since, to, from, to) : held;
    }

    private static double within(double since, double until, double from, double to) {
        return Math.max(0, Math.min(until, to) - Math.max(since, from));
    }

    private static List<Segment> paced(Recording recording, List<Segment> segments) throws StoreException {
        int pacer = NewSession.FEEDBACK_COLUMNS.indexOf("pacer_phase");
        int[] rows = new int[segments.size()];
        int[] running = new int[segments.size()];
        try (SampleReader feedback = recording.feedback()) {
            while (feedback.next()) {
                int at = at(segments, feedback.codes()[0]);
                if (at >= 0) {
                    rows[at]++;
                    running[at] += Double.isFinite(feedback.codes()[pacer]) ? 1 : 0;
                }
            }
        }
        List<Segment> told = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            Segment one = segments.get(i);
            boolean paced = running[i] > 0 && running[i] >= PACED_SHARE * rows[i];
            told.add(new Segment(one.title, one.fromSeconds, one.toSeconds, one.heldSeconds, paced));
        }
        return List.copyOf(told);
    }

    /** Which segment a time lies in; -1 = none. */
    static int at(List<Segment> segments, double seconds) {
        for (int i = 0; i < segments.size(); i++) {
            if (seconds >= segments.get(i).fromSeconds && seconds < segments.get(i).toSeconds) {
                return i;
            }
        }
        return -1;
    }

    /** Length, what was on hold left out. */
    double measuredSeconds() {
        return toSeconds - fromSeconds - heldSeconds;
    }

    /** Whether it is a phase, and not all there is. */
    boolean phase() {
        return !title.isEmpty();
    }
}

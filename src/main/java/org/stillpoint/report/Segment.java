package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.signal.Marker;
import org.stillpoint.store.NewSession;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SampleReader;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.Phase;
import org.stillpoint.training.Protocol;

/**
 * A stretch of a session that is measured for itself: a phase, or the whole recording where there are none.
 *
 * @param title of the phase; empty = the whole recording
 * @param fromSeconds its start
 * @param toSeconds its end, not in it
 * @param heldSeconds how much of it does not count: holds and marked disturbances
 * @param paced whether a pacer ran in it
 * @param step of the protocol; null when there is none
 */
record Segment(String title, double fromSeconds, double toSeconds, double heldSeconds, boolean paced, Phase step) {

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
        MaskTimes masks = new MaskTimes(recording.markers());
        Protocol protocol = recording.header().protocol();
        int place = -1;
        for (int i = 0; i < phases.size(); i++) {
            int here = place(protocol, place, phases.get(i).label());
            place = here < 0 ? place : here;
            double from = phases.get(i).tSeconds();
            double to = i + 1 < phases.size() ? phases.get(i + 1).tSeconds() : finish;
            if (to > from) {
                Phase step = here < 0 ? null : protocol.phases().get(here);
                segments.add(new Segment(phases.get(i).label(), from, to, masks.within(from, to), false, step));
            }
        }
        return paced(recording, segments);
    }

    /** Place of a phase in its protocol: the next of that title, else, repeated, an earlier one; -1 = none. */
    private static int place(Protocol protocol, int before, String title) {
        int n = protocol == null ? 0 : protocol.phases().size();
        for (int i = 1; i <= n; i++) {
            int place = Math.floorMod(before + i, n);
            if (protocol.phases().get(place).title().equals(title)) {
                return place;
            }
        }
        return -1;
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
            told.add(new Segment(one.title, one.fromSeconds, one.toSeconds, one.heldSeconds, paced, one.step));
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

    /** Length, what does not count left out. */
    double measuredSeconds() {
        return toSeconds - fromSeconds - heldSeconds;
    }

    /** Whether it is a phase, and not all there is. */
    boolean phase() {
        return !title.isEmpty();
    }
}

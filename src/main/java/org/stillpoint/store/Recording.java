package org.stillpoint.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.care.SessionResult;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.Marker;
import org.stillpoint.training.Finding;
import org.stillpoint.training.Remembered;

/**
 * A recorded session opened for reading: its small rows are here, its samples are read forwards, a few seconds at a time.
 * One thread.
 */
public final class Recording {

    private final SealedStore store;
    private final Sessions.Row row;
    private final StoredSession session;
    private final List<Tick> ticks = new ArrayList<>();
    private final List<SessionNotes.DeviceGap> gaps = new ArrayList<>();
    private final List<Marker> markers;
    private final List<MeasureResult> measures;
    private final SessionResult result;

    private Recording(
            SealedStore store,
            Sessions.Row row,
            StoredSession session,
            List<Marker> markers,
            List<MeasureResult> measures,
            SessionResult result) {
        this.store = store;
        this.row = row;
        this.session = session;
        this.markers = markers;
        this.measures = measures;
        this.result = result;
    }

    static Recording load(SealedStore store, Connection open, Sessions.Row row, StoredSession session)
            throws SQLException, StoreException {
        String id = row.id();
        List<Marker> markers = SessionNotes.read(open, row.number(), id, row.key(), SessionNotes.MARKER, Marker.class);
        List<MeasureResult> measures =
                SessionNotes.read(open, row.number(), id, row.key(), SessionNotes.MEASURE, MeasureResult.class);
        List<SessionResult> results =
                SessionNotes.read(open, row.number(), id, row.key(), SessionNotes.RESULT, SessionResult.class);
        SessionResult result = results.isEmpty() ? null : results.get(0);
        Recording recording = new Recording(store, row, session, markers, measures, result);
        try (PreparedStatement select =
                open.prepareStatement("SELECT seq, sealed FROM tick WHERE session = ? ORDER BY seq")) {
            select.setLong(1, row.number());
            try (ResultSet ticks = select.executeQuery()) {
                while (ticks.next()) {
                    long seq = ticks.getLong(1);
                    if (seq != recording.ticks.size()) {
                        throw new StoreException("Session " + id + " lacks a second in its middle: restore a backup.");
                    }
                    recording.ticks.add(Tick.of(row.key().open(ticks.getBytes(2), SessionPlaces.tick(id, seq))));
                }
            }
        }
        recording.gaps.addAll(
                SessionNotes.read(open, row.number(), id, row.key(), SessionNotes.GAP, SessionNotes.DeviceGap.class));
        recording.addOpenGaps();
        return recording;
    }

    /** A loss that was going on when the writer died has no row yet. */
    private void addOpenGaps() {
        if (ticks.isEmpty()) {
            return;
        }
        List<Tick.Ring> last = ticks.get(ticks.size() - 1).rings();
        for (int device = 0; device < session.devices().size(); device++) {
            Tick.Ring ring = last.get(device);
            if (ring.openGap() >= 0) {
                gaps.add(new SessionNotes.DeviceGap(
                        device, new Gap(ring.openGap(), ring.next() - ring.openGap(), true, "silence")));
            }
        }
    }

    public StoredSession session() {
        return session;
    }

    public SessionHeader header() {
        return row.header();
    }

    /** Gaps of a device, by its place in the header; ascending. */
    public List<Gap> gaps(int device) {
        return gaps.stream()
                .filter(gap -> gap.device() == device)
                .map(SessionNotes.DeviceGap::gap)
                .sorted((a, b) -> Long.compare(a.firstIndex(), b.firstIndex()))
                .toList();
    }

    /** In the order in which they were set. */
    public List<Marker> markers() {
        return markers;
    }

    /** As stored when the session ended; empty when it was not reviewed yet. */
    public List<MeasureResult> measures() {
        return measures;
    }

    /** As stored when the session ended; empty when it was not reviewed yet. */
    public Optional<SessionResult> result() {
        return Optional.ofNullable(result);
    }

    /** What its exercises found out. */
    public List<Finding> findings() throws StoreException {
        return store.findings().of(session.id());
    }

    /** What is remembered of its person now. */
    public Remembered remembered() throws StoreException {
        return store.findings().remembered(session.patient().code());
    }

    /** When a device's samples were taken. */
    public TimeMap time(int device) {
        List<double[]> points = new ArrayList<>();
        Tick.Ring last = null;
        for (Tick tick : ticks) {
            Tick.Ring ring = tick.rings().get(device);
            if (ring.count() > 0) {
                points.add(new double[] {ring.first(), ring.firstNanos() / 1e9});
                last = ring;
            }
        }
        if (last != null && last.count() > 1) {
            points.add(new double[] {last.next() - 1, last.lastNanos() / 1e9});
        }
        return new TimeMap(
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray(),
                session.devices().get(device).device().rateHz());
    }

    /** Codes of a device, by its place in the header, from sample 0 on. */
    public SampleReader samples(int device) {
        int firstStream = 0;
        for (int i = 0; i < device; i++) {
            firstStream += header().devices().get(i).channels().size();
        }
        return new SampleReader(
                store.database(),
                row,
                ticks,
                device,
                firstStream,
                header().devices().get(device).channels().size());
    }

    /** Rows of the feedback, by {@link SessionHeader#feedbackColumns}; none when there was no training. */
    public SampleReader feedback() {
        int firstStream = header().devices().stream()
                .mapToInt(device -> device.channels().size())
                .sum();
        boolean there = !header().feedbackColumns().isEmpty();
        return new SampleReader(
                store.database(),
                row,
                there ? ticks : List.of(),
                header().devices().size(),
                firstStream,
                header().feedbackColumns().size());
    }
}

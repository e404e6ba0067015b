package org.stillpoint.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.Duty;
import org.stillpoint.care.Patient;
import org.stillpoint.signal.Marker;

/**
 * Records a session: reads the rings with cursors of its own and stores what came, one transaction a second for all
 * devices. There is no final step: a session whose process is killed is whole up to its last second.
 *
 * <p>Nothing in the station waits for it. When the disk is full or the database is held by another program, {@link
 * #problem} says so, the samples wait in their rings, and it tries again every second. Runs on its own {@code DutyThread};
 * {@link #mark} and the questions are for any thread.
 */
public final class SessionRecorder implements Duty {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRecorder.class);
    /** Under a second, so that with the time a commit takes on a busy machine a killed process costs no more than one. */
    private static final long COMMIT_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(750);

    private static final long RETRY_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long CLOSE_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final double FEEDBACK_ROWS_A_SECOND = 25;
    private static final long WAIT_FOR_OTHERS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Clock clock;
    private final NewSession session;
    private final RecordingWriter writer;
    private final List<Track> tracks = new ArrayList<>();
    private final ConcurrentLinkedQueue<Marker> marks = new ConcurrentLinkedQueue<>();
    private final List<Marker> waitingMarks = new ArrayList<>();
    private long nextCommitNanos;
    private long sampleLimit = Long.MAX_VALUE;
    private long untilNanos;
    private boolean timed;
    private boolean endSeen;
    private long endSeenNanos;
    private boolean refused;
    private long nextTryNanos;
    private volatile long durableTicks;
    private volatile double durableSeconds;
    private volatile boolean finished;
    private volatile String problem = "";

    /**
     * Begins a session; its row is stored with its first second.
     *
     * @throws StoreException when the patient's code cannot be one, or the disk has too little room
     */
    public SessionRecorder(SealedStore store, NewSession session, Clock clock) throws StoreException {
        this.clock = clock;
        this.session = session;
        requireRoom(store.database().folder().freeBytes(), bytesAnHour(session));
        // An earlier one may have ended while the disk was full: it is the last moment to say so.
        store.sessions().recover();
        Patient patient = store.patients().findOrCreate(session.patientCode());
        this.writer = new RecordingWriter(store, patient, header(session, clock));
        for (RecordedDevice device : session.devices()) {
            tracks.add(Track.of(device));
        }
        if (session.feedback() != null) {
            tracks.add(Track.ofFeedback(session.feedback()));
        }
        nextCommitNanos = clock.nanos() + COMMIT_EVERY_NANOS;
    }

    private static SessionHeader header(NewSession session, Clock clock) {
        long startedAtMillis =
                clock.epochMillis() - TimeUnit.NANOSECONDS.toMillis(clock.nanos() - session.startNanos());
        int offset = ZoneId.systemDefault()
                .getRules()
                .getOffset(Instant.ofEpochMilli(startedAtMillis))
                .getTotalSeconds();
        return new SessionHeader(
                startedAtMillis,
                offset,
                session.startNanos(),
                session.protocol(),
                session.devices().stream()
                        .map(device -> new SessionHeader.Device(
                                device.profile().id(),
                                device.profile().name(),
                                device.rateHz(),
                                device.profile().isolation().name(),
                                device.profile().channels()))
                        .toList(),
                session.feedback() == null ? List.of() : NewSession.FEEDBACK_COLUMNS,
                session.settings());
    }

    private static long bytesAnHour(NewSession session) {
        double codesASecond =
                session.feedback() == null ? 0 : NewSession.FEEDBACK_COLUMNS.size() * FEEDBACK_ROWS_A_SECOND;
        for (RecordedDevice device : session.devices()) {
            codesASecond += device.profile().channels().size() * (device.rateHz() > 0 ? device.rateHz() : 1000);
        }
        return (long) (codesASecond * 3 * 3600);
    }

    /** Twice the estimated size of a session must be free. */
    static void requireRoom(long freeBytes, long sessionBytes) throws StoreException {
        if (freeBytes < 2 * sessionBytes) {
            throw new StoreException("The disk has " + freeBytes / 1_000_000 + " MB left and a session may need "
                    + 2 * sessionBytes / 1_000_000 + " MB: free some space first.");
        }
    }

    /**
     * Ends after this many sample indices of the first device, lost ones counted. Before the duty starts.
     *
     * @throws IllegalArgumentException when there is no device whose samples could be counted
     */
    public void endAfterSamples(long samples) {
        if (session.devices().isEmpty()) {
            throw new IllegalArgumentException("no device gives " + samples + " samples");
        }
        sampleLimit = samples;
    }

    /** Ends this long after the session's start. Before the duty starts. */
    public void endAfterSeconds(double seconds) {
        untilNanos = session.startNanos() + Math.round(seconds * 1e9);
        timed = true;
    }

    @Override
    public String name() {
        return "record";
    }

    /** Opaque id of the session, known from the beginning. */
    public String sessionId() {
        return writer.id();
    }

    /** Whether the session's first second is safe on the disk. */
    public boolean durable() {
        return durableTicks > 0;
    }

    /** Seconds of the first device, or without one of the training, that are safe on the disk. */
    public double durableSeconds() {
        return durableSeconds;
    }

    /** Whether the end that was set in advance is reached and all of it is safe; the duty may be closed. */
    public boolean finished() {
        return finished;
    }

    /** Why nothing can be stored now, in one sentence; empty when all is well. */
    public Optional<String> problem() {
        String sentence = problem;
        return sentence.isEmpty() ? Optional.empty() : Optional.of(sentence);
    }

    /** Stores a marker with the next second. Any thread. */
    public void mark(Marker marker) {
        marks.add(marker);
    }

    @Override
    public int work() {
        long now = clock.nanos();
        if (finished || refused && now - nextTryNanos < 0) {
            return 0;
        }
        boolean full = take(now);
        boolean ended = !full && endReached(now);
        if (!full && !ended && now - nextCommitNanos < 0) {
            return 0;
        }
        refused = !commit();
        if (refused) {
            nextTryNanos = clock.nanos() + RETRY_EVERY_NANOS;
            return 0;
        }
        nextCommitNanos = now + COMMIT_EVERY_NANOS;
        finished = ended;
        return full ? 1 : 0;
    }

    /** @return true when some track can take no more before its second is stored */
    private boolean take(long now) {
        Track leader = tracks.get(0);
        long until = timed ? untilNanos : now + TimeUnit.DAYS.toNanos(1);
        boolean full = leader.take(sampleLimit, until);
        if (leader.next() >= sampleLimit) {
            until = leader.lastNanos();
        }
        for (int i = 1; i < tracks.size(); i++) {
            full |= tracks.get(i).take(Long.MAX_VALUE, until);
        }
        return full;
    }

    private boolean endReached(long now) {
        boolean counted = tracks.get(0).next() >= sampleLimit;
        if (!counted && !(timed && now - untilNanos > 0)) {
            return false;
        }
        if (!endSeen) {
            endSeen = true;
            endSeenNanos = now;
        }
        // The other devices' samples of the same moment may still be on their way.
        return counted && tracks.size() == 1 || now - endSeenNanos > WAIT_FOR_OTHERS_NANOS;
    }

    private boolean commit() {
        for (Marker marker = marks.poll(); marker != null; marker = marks.poll()) {
            waitingMarks.add(marker);
        }
        try {
            boolean wrote = writer.write(tracks, waitingMarks);
            if (!problem.isEmpty()) {
                LOG.info("Session {}: the recording goes on", writer.id());
                problem = "";
            }
            if (wrote) {
                waitingMarks.clear();
                durableTicks = writer.ticks();
                durableSeconds = session.devices().isEmpty()
                        ? (tracks.get(0).lastNanos() - session.startNanos()) / 1e9
                        : tracks.get(0).next() / session.devices().get(0).rateHz();
            }
            return true;
        } catch (StoreException failed) {
            if (problem.isEmpty()) {
                LOG.warn("Session {}: {}", writer.id(), failed.getMessage());
            }
            problem = failed.getMessage();
            return false;
        }
    }

    /** Stores what is left and the end row; when the disk refuses for four seconds, the session stays interrupted. */
    @Override
    public void close() {
        long deadline = clock.nanos() + CLOSE_WITHIN_NANOS;
        try {
            boolean all = false;
            while (!all) {
                boolean full = !finished && take(clock.nanos());
                if (!full) {
                    tracks.forEach(Track::end);
                }
                if (commit()) {
                    all = !full;
                } else if (clock.nanos() - deadline > 0) {
                    return;
                } else {
                    LockSupport.parkNanos(RETRY_EVERY_NANOS / 5);
                }
            }
            writer.end(clock.epochMillis());
        } catch (StoreException failed) {
            LOG.warn("Session {}: {}", writer.id(), failed.getMessage());
            problem = failed.getMessage();
        } finally {
            writer.close();
        }
    }
}

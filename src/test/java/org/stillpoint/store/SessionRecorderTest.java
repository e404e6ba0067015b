package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.Marker;

class SessionRecorderTest {

    @TempDir
    Path temporary;

    private Bench bench;

    @BeforeEach
    void open() throws StoreException {
        bench = new Bench(temporary.resolve("data"));
    }

    @AfterEach
    void close() throws StoreException {
        bench.close();
    }

    private List<double[]> stored(String id) throws StoreException {
        List<double[]> rows = new ArrayList<>();
        try (SampleReader reader = bench.store.recordings().open(id).samples(0)) {
            while (reader.next()) {
                rows.add(reader.codes().clone());
            }
        }
        return rows;
    }

    @Test
    void everyCodeComesBack() throws Exception {
        String id = bench.recorded("guest", 10);
        List<double[]> rows = stored(id);
        assertThat(rows).hasSize(1000);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)).containsExactly(Bench.emg(i), Bench.ecg(i));
        }
    }

    @Test
    void nothingIsThereBeforeTheFirstSecondIsDurable() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 50);
        assertThat(recorder.durable()).isFalse();
        assertThat(bench.store.sessions().all()).isEmpty();
        bench.samples(recorder, 50);
        assertThat(recorder.durable()).isTrue();
        assertThat(bench.store.sessions().all())
                .singleElement()
                .satisfies(session -> assertThat(session.state()).isEqualTo(SessionState.RECORDING));
        recorder.close();
    }

    @Test
    void aSessionWithoutASampleIsNotStored() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.clock.pass(3);
        recorder.work();
        recorder.close();
        assertThat(bench.store.sessions().all()).isEmpty();
    }

    @Test
    void samplesWithoutAnyValueAreAGap() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 30);
        for (int i = 0; i < 7; i++) {
            bench.sample(Double.NaN, Double.NaN);
        }
        bench.samples(recorder, 100);
        recorder.close();
        Recording recording = bench.store.recordings().open(recorder.sessionId());
        assertThat(recording.gaps(0)).containsExactly(new Gap(30, 7, true, "frames"));
        assertThat(recording.session().devices().get(0).lost()).isEqualTo(7);
        assertThat(recording.session().devices().get(0).samples()).isEqualTo(137);
    }

    @Test
    void aSingleMissingChannelIsNoGap() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.sample(Double.NaN, 5);
        bench.samples(recorder, 100);
        recorder.close();
        assertThat(bench.store.recordings().open(recorder.sessionId()).gaps(0)).isEmpty();
        assertThat(stored(recorder.sessionId()).get(0)).containsExactly(Double.NaN, 5);
    }

    @Test
    void aLossThatLastsUntilTheEndIsAGap() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 100);
        for (int i = 0; i < 200; i++) {
            bench.sample(Double.NaN, Double.NaN);
            recorder.work();
        }
        recorder.close();
        assertThat(bench.store.recordings().open(recorder.sessionId()).gaps(0))
                .containsExactly(new Gap(100, 200, true, "silence"));
    }

    @Test
    void aLappedRecorderStoresAGapAndKeepsIndexAndTimeInStep() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 100);
        for (int i = 0; i < 20_000; i++) {
            bench.sample(1, 2);
        }
        bench.samples(recorder, 1);
        recorder.close();
        Recording recording = bench.store.recordings().open(recorder.sessionId());
        long kept = bench.ring.capacity() - 1;
        assertThat(recording.gaps(0)).hasSize(1);
        assertThat(recording.gaps(0).get(0).reason()).isEqualTo("reader");
        assertThat(recording.session().devices().get(0).samples()).isEqualTo(20_101);
        assertThat(recording.session().devices().get(0).lost())
                .isEqualTo(recording.gaps(0).get(0).samples())
                .isEqualTo(20_101 - 100 - kept);
        assertThat(stored(recorder.sessionId())).hasSize(20_101);
        assertThat(recording.time(0).seconds(20_100)).isEqualTo(201.0, within(1e-6));
    }

    @Test
    void itEndsAfterExactlySoManySamples() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        recorder.endAfterSamples(250);
        bench.samples(recorder, 400);
        assertThat(recorder.finished()).isTrue();
        recorder.close();
        assertThat(stored(recorder.sessionId())).hasSize(250);
    }

    @Test
    void itEndsAfterATime() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        recorder.endAfterSeconds(2);
        bench.samples(recorder, 400);
        assertThat(recorder.finished()).isTrue();
        recorder.close();
        assertThat(stored(recorder.sessionId())).hasSize(201);
    }

    @Test
    void markersAndFeedbackComeBack() throws Exception {
        SampleRing feedback = new SampleRing(NewSession.FEEDBACK_COLUMNS.size(), 100);
        SessionRecorder recorder = new SessionRecorder(bench.store, bench.session("guest", feedback), bench.clock);
        feedback.publish(
                new double[] {0.05, 4.25, 5, 1, 1, 0.3, 2, Double.NaN, 0, Double.NaN, Double.NaN}, bench.clock.nanos());
        recorder.mark(new Marker(0.1, "note", "moved a little"));
        bench.samples(recorder, 100);
        recorder.close();
        Recording recording = bench.store.recordings().open(recorder.sessionId());
        assertThat(recording.markers()).containsExactly(new Marker(0.1, "note", "moved a little"));
        try (SampleReader rows = recording.feedback()) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.codes())
                    .containsExactly(0.05, 4.25, 5, 1, 1, 0.3, 2, Double.NaN, 0, Double.NaN, Double.NaN);
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void aFullDiskIsSaidAndNothingIsLostOnceThereIsRoom() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 200);
        bench.store.database().read(open -> pragma(open, "PRAGMA max_page_count = 1"));
        bench.samples(recorder, 4000);
        assertThat(recorder.problem())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("disk is full"));
        bench.store.database().read(open -> pragma(open, "PRAGMA max_page_count = 1000000"));
        bench.samples(recorder, 300);
        assertThat(recorder.problem()).isEmpty();
        recorder.close();
        assertThat(bench.store.recordings().open(recorder.sessionId()).gaps(0)).isEmpty();
        assertThat(stored(recorder.sessionId())).hasSize(4500).allMatch(row -> !Double.isNaN(row[0]));
        assertThat(bench.store.database().integrity()).isEqualTo("ok");
    }

    private static Object pragma(Connection open, String sql) throws java.sql.SQLException {
        try (Statement statement = open.createStatement()) {
            return statement.execute(sql);
        }
    }

    @Test
    void aDatabaseHeldByAnotherProgramIsSaidAndNothingIsLost() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 100);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + bench.folder.database());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            bench.samples(recorder, 150);
            assertThat(recorder.problem())
                    .hasValueSatisfying(sentence -> assertThat(sentence).contains("Another program"));
            statement.execute("ROLLBACK");
        }
        bench.samples(recorder, 150);
        recorder.close();
        assertThat(stored(recorder.sessionId())).hasSize(400).allMatch(row -> !Double.isNaN(row[0]));
    }

    @Test
    void aSessionThatCouldNotEndIsInterruptedAndRecoveredByTheNext() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 200);
        bench.store.database().read(open -> pragma(open, "PRAGMA max_page_count = 1"));
        bench.samples(recorder, 4000);
        bench.clock.passByItself();
        recorder.close();
        assertThat(recorder.problem()).isPresent();
        assertThat(bench.store.sessions().get(recorder.sessionId()).state()).isEqualTo(SessionState.INTERRUPTED);
        bench.store.database().read(open -> pragma(open, "PRAGMA max_page_count = 1000000"));
        bench.recorder("guest");
        assertThat(bench.store.sessions().get(recorder.sessionId()).state()).isEqualTo(SessionState.RECOVERED);
    }

    @Test
    void aSessionIsRefusedWhenTheDiskHasNoRoomForIt() {
        assertThatThrownBy(() -> SessionRecorder.requireRoom(99_000_000, 50_000_000))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("free some space");
    }

    @Test
    void timesFollowTheDevicesClock() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.clock.pass(0.25);
        bench.samples(recorder, 1500);
        recorder.close();
        TimeMap time = bench.store.recordings().open(recorder.sessionId()).time(0);
        assertThat(time.seconds(0)).isEqualTo(0.25, within(1e-6));
        assertThat(time.seconds(1499)).isEqualTo(0.25 + 14.99, within(1e-6));
    }
}

package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.signal.Gap;

/** A killed writer is a folder copied while it records. */
class RecoveryTest {

    @TempDir
    Path temporary;

    private Bench bench;

    @BeforeEach
    void open() throws StoreException {
        bench = new Bench(temporary.resolve("data"));
    }

    private DataFolder killed() throws Exception {
        DataFolder copy = new DataFolder(temporary.resolve("killed"));
        Files.createDirectories(copy.path());
        for (String name : new String[] {"stillpoint.db", "stillpoint.db-wal", "station.key"}) {
            Files.copy(
                    bench.folder.path().resolve(name), copy.path().resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createDirectories(copy.marks());
        try (var marks = Files.list(bench.folder.marks())) {
            for (Path mark : marks.toList()) {
                Files.copy(mark, copy.marks().resolve(mark.getFileName().toString()));
            }
        }
        return copy;
    }

    @Test
    void aKilledSessionIsInterruptedForReadersAndRecoveredByTheNextWriter() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 450);
        DataFolder folder = killed();
        try (SealedStore reader = SealedStore.openForReading(folder, bench.clock)) {
            assertThat(reader.sessions().all().get(0).state()).isEqualTo(SessionState.INTERRUPTED);
        }
        try (SealedStore store = SealedStore.open(folder, bench.clock)) {
            assertThat(store.recovered()).containsExactly(recorder.sessionId());
            StoredSession session = store.sessions().get(recorder.sessionId());
            assertThat(session.state()).isEqualTo(SessionState.RECOVERED);
            assertThat(session.devices().get(0).samples()).isBetween(350L, 450L);
            assertThat(session.acknowledgedSecondsLost()).isZero();
            assertThat(store.sessions().recover()).isEmpty();
        }
        recorder.close();
        bench.close();
    }

    @Test
    void storedSecondsThatVanishedAreCounted() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 300);
        DataFolder folder = killed();
        bench.samples(recorder, 500);
        Files.copy(
                bench.folder.marks().resolve(recorder.sessionId()),
                folder.marks().resolve(recorder.sessionId()),
                StandardCopyOption.REPLACE_EXISTING);
        try (SealedStore store = SealedStore.open(folder, bench.clock)) {
            assertThat(store.sessions().get(recorder.sessionId()).acknowledgedSecondsLost())
                    .isBetween(4L, 6L);
        }
        recorder.close();
        bench.close();
    }

    @Test
    void aLossThatWasGoingOnIsAGap() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 200);
        for (int i = 0; i < 300; i++) {
            bench.sample(Double.NaN, Double.NaN);
            recorder.work();
        }
        DataFolder folder = killed();
        try (SealedStore store = SealedStore.open(folder, bench.clock)) {
            Recording recording = store.recordings().open(recorder.sessionId());
            assertThat(recording.gaps(0)).singleElement().satisfies(gap -> {
                assertThat(gap.firstIndex()).isEqualTo(200);
                assertThat(gap.samples())
                        .isEqualTo(recording.session().devices().get(0).samples() - 200);
            });
            assertThat(recording.session().gaps()).isEqualTo(1);
        }
        recorder.close();
        assertThat(bench.store.recordings().open(recorder.sessionId()).gaps(0))
                .containsExactly(new Gap(200, 300, true, "silence"));
        bench.close();
    }

    @Test
    void aLostLogLeavesAWholeDatabaseAndTheLossIsWrittenDown() throws Exception {
        bench.store.patients().findOrCreate("guest");
        bench.store.database().checkpoint();
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 450);
        DataFolder folder = killed();
        Files.delete(folder.path().resolve("stillpoint.db-wal"));
        try (SealedStore store = SealedStore.open(folder, bench.clock)) {
            assertThat(store.database().integrity()).isEqualTo("ok");
            assertThat(store.sessions().all()).isEmpty();
            assertThat(store.audit().rows()).isEqualTo(2);
            assertThat(store.audit().firstBroken()).isEmpty();
            assertThat(store.database().folder().marks()).isEmptyDirectory();
        }
        recorder.close();
        bench.close();
    }
}

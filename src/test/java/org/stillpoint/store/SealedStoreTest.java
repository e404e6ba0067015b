package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.care.Answer;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.care.Patient;
import org.stillpoint.care.SessionResult;

class SealedStoreTest {

    private static final String CODE = "Kanarienvogel-77";

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

    private void sql(String sql) throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + bench.folder.database());
                Statement statement = other.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private byte[] blob(String sql) throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + bench.folder.database());
                Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBytes(1);
        }
    }

    /** Files of the folder that hold these bytes. */
    private List<String> holding(byte[] needle) throws IOException {
        String wanted = new String(needle, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(bench.folder.path())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        try {
                            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted);
                        } catch (IOException unreadable) {
                            return false;
                        }
                    })
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    @Test
    void nothingOfAPersonCanBeReadInTheFiles() throws Exception {
        SessionRecorder recorder = bench.recorder(CODE);
        recorder.mark(new org.stillpoint.signal.Marker(0.1, "note", "Wellensittich am Nacken"));
        bench.samples(recorder, 500);
        bench.store
                .sessions()
                .review(
                        recorder.sessionId(),
                        List.of(new MeasureResult("zaunkoenig", "Z", 1, "ms", "", 1, 1, 1, 1)),
                        new SessionResult(
                                List.of(),
                                List.of(),
                                List.of(new Answer(1, "Trial 1", "what_helped", "Rotkehlchen")),
                                List.of(),
                                0,
                                false));
        for (String canary : List.of(CODE, "Wellensittich", "zaunkoenig", "Rotkehlchen", "made-up", "emg")) {
            assertThat(holding(canary.getBytes(StandardCharsets.UTF_8)))
                    .as(canary)
                    .isEmpty();
        }
        assertThat(holding("session-begin".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
        recorder.close();
    }

    @Test
    void filesAreForTheirUserAlone() throws Exception {
        bench.recorded("guest", 2);
        Assumptions.assumeTrue(
                Files.getFileStore(temporary).supportsFileAttributeView("posix"), "absent: POSIX permissions");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.folder.path())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(bench.folder.path())) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void aChangedBlockIsNotGivenOutAsSamples() throws Exception {
        String id = bench.recorded("guest", 5);
        sql("UPDATE block SET sealed = zeroblob(length(sealed)) WHERE seq = 2 AND stream = 0");
        try (SampleReader reader = bench.store.recordings().open(id).samples(0)) {
            int missing = 0;
            int rows = 0;
            for (; reader.next(); rows++) {
                missing += Double.isNaN(reader.codes()[0]) ? 1 : 0;
                assertThat(reader.codes()[1]).isEqualTo(Bench.ecg(rows));
            }
            assertThat(rows).isEqualTo(500);
            assertThat(missing).isEqualTo(75);
            assertThat(reader.damagedBlocks()).isEqualTo(1);
        }
    }

    @Test
    void blocksThatChangedPlacesAreRefused() throws Exception {
        String id = bench.recorded("guest", 5);
        sql("UPDATE block SET stream = CASE stream WHEN 0 THEN 71 ELSE 0 END WHERE seq = 1 AND stream IN (0, 1)");
        sql("UPDATE block SET stream = 1 WHERE stream = 71");
        try (SampleReader reader = bench.store.recordings().open(id).samples(0)) {
            while (reader.next()) {
                assertThat(reader.codes()[0]).isIn(Bench.emg(reader.index()), Double.NaN);
            }
            assertThat(reader.damagedBlocks()).isEqualTo(2);
        }
    }

    @Test
    void aSessionCannotBeHungOnAnotherPatient() throws Exception {
        String id = bench.recorded("one", 2);
        Patient other = bench.store.patients().findOrCreate("other");
        sql("UPDATE session SET patient = '" + other.id() + "'");
        assertThatThrownBy(() -> bench.store.recordings().open(id)).isInstanceOf(StoreException.class);
    }

    @Test
    void headersOfTwoSessionsCannotBeSwapped() throws Exception {
        String first = bench.recorded("guest", 2);
        String second = bench.recorded("guest", 2);
        sql("UPDATE session SET sealed = (SELECT sealed FROM session WHERE id = '" + second + "') WHERE id = '" + first
                + "'");
        assertThatThrownBy(() -> bench.store.sessions().get(first)).isInstanceOf(StoreException.class);
        assertThat(bench.store.sessions().all()).extracting(StoredSession::id).containsExactly(second);
    }

    @Test
    void movingASessionChangesItsOwnerAndNoSample() throws Exception {
        String id = bench.recorded("one", 3);
        byte[] before = blob("SELECT sealed FROM block WHERE seq = 1 AND stream = 0");
        bench.store.sessions().move(id, "two");
        assertThat(bench.store.sessions().get(id).patient().code()).isEqualTo("two");
        assertThat(blob("SELECT sealed FROM block WHERE seq = 1 AND stream = 0"))
                .isEqualTo(before);
        try (SampleReader reader = bench.store.recordings().open(id).samples(0)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.codes()).containsExactly(Bench.emg(0), Bench.ecg(0));
        }
    }

    @Test
    void aDeletedPatientLeavesNeitherKeyNorRows() throws Exception {
        String gone = bench.recorded(CODE, 3);
        String kept = bench.recorded("other", 3);
        Patient patient = bench.store.patients().find(CODE).orElseThrow();
        byte[] key = blob("SELECT wrapped_key FROM patient WHERE id = '" + patient.id() + "'");
        byte[] block = blob("SELECT sealed FROM block ORDER BY id LIMIT 1");
        assertThat(holding(key)).isNotEmpty();
        bench.store.patients().delete(patient);
        assertThat(holding(key)).isEmpty();
        assertThat(holding(block)).isEmpty();
        assertThat(bench.store.patients().find(CODE)).isEmpty();
        assertThat(bench.store.sessions().all()).extracting(StoredSession::id).containsExactly(kept);
        assertThatThrownBy(() -> bench.store.recordings().open(gone)).hasMessageContaining("no session");
    }

    @Test
    void aDeletedSessionLeavesNoRows() throws Exception {
        String id = bench.recorded("guest", 3);
        byte[] block = blob("SELECT sealed FROM block ORDER BY id LIMIT 1");
        bench.store.sessions().delete(id);
        assertThat(holding(block)).isEmpty();
        assertThat(bench.store.sessions().all()).isEmpty();
        assertThat(bench.folder.marks()).isEmptyDirectory();
    }

    @Test
    void aSessionThatIsBeingRecordedCannotBeDeletedOrMoved() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 100);
        assertThatThrownBy(() -> bench.store.sessions().delete(recorder.sessionId()))
                .hasMessageContaining("stop it first");
        assertThatThrownBy(() -> bench.store.sessions().move(recorder.sessionId(), "x"))
                .hasMessageContaining("stop it first");
        recorder.close();
    }

    @Test
    void aSecondWriterIsTold() {
        assertThatThrownBy(() -> SealedStore.open(bench.folder, bench.clock))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Another Stillpoint");
    }

    @Test
    void readersWorkBesideARecordingWriter() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 300);
        try (SealedStore reader = SealedStore.openForReading(bench.folder, bench.clock)) {
            assertThat(reader.sessions().all())
                    .singleElement()
                    .satisfies(session -> assertThat(session.state()).isEqualTo(SessionState.RECORDING));
            bench.samples(recorder, 300);
            assertThat(reader.sessions().all().get(0).devices().get(0).samples())
                    .isGreaterThan(450);
        }
        assertThat(recorder.problem()).isEmpty();
        recorder.close();
        assertThat(bench.store.sessions().all().get(0).state()).isEqualTo(SessionState.COMPLETE);
    }

    @Test
    void aReaderCannotWrite() throws Exception {
        try (SealedStore reader = SealedStore.openForReading(bench.folder, bench.clock)) {
            assertThatThrownBy(() -> reader.patients().findOrCreate("new")).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void anEmptyFolderIsNotMadeIntoAStoreByAReader() {
        DataFolder empty = new DataFolder(temporary.resolve("nothing"));
        assertThatThrownBy(() -> SealedStore.openForReading(empty, bench.clock)).hasMessageContaining("no recordings");
        assertThat(empty.path()).doesNotExist();
    }

    @Test
    void aNewerSchemaIsRefused() throws Exception {
        bench.close();
        sql("INSERT INTO schema_history (installed_rank, version, description, type, script, checksum, installed_by,"
                + " execution_time, success) VALUES (99, '999', 'later', 'SQL', 'V999__later.sql', 0, '', 0, 1)");
        assertThatThrownBy(() -> SealedStore.open(bench.folder, bench.clock)).hasMessageContaining("newer");
        assertThatThrownBy(() -> SealedStore.openForReading(bench.folder, bench.clock))
                .hasMessageContaining("newer");
        sql("DELETE FROM schema_history WHERE version = '999'");
        bench.store = SealedStore.open(bench.folder, bench.clock);
    }

    @Test
    void withoutItsKeyFileTheStoreSaysWhatToDo() throws Exception {
        bench.close();
        Path moved = temporary.resolve("key");
        Files.move(bench.folder.keyFile(), moved);
        assertThatThrownBy(() -> SealedStore.open(bench.folder, bench.clock)).hasMessageContaining("put it back");
        Files.move(moved, bench.folder.keyFile());
        bench.store = SealedStore.open(bench.folder, bench.clock);
    }

    @Test
    void anotherStationsKeyOpensNothing() throws Exception {
        try (Bench other = new Bench(temporary.resolve("other"))) {
            other.recorded("guest", 1);
            bench.close();
            Files.copy(
                    other.folder.keyFile(), bench.folder.keyFile(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertThatThrownBy(() -> SealedStore.open(bench.folder, bench.clock)).isInstanceOf(StoreException.class);
    }

    @Test
    void everyChangeOfTheAuditIsSeen() throws Exception {
        bench.recorded("guest", 1);
        bench.recorded("guest", 1);
        assertThat(bench.store.audit().firstBroken()).isEmpty();
        sql("UPDATE audit SET object = 'x' WHERE seq = 2");
        assertThat(bench.store.audit().firstBroken()).hasValue(2);
    }

    @Test
    void aShortenedAuditIsSeen() throws Exception {
        bench.recorded("guest", 1);
        long rows = bench.store.audit().rows();
        sql("DELETE FROM audit WHERE seq = " + rows);
        assertThat(bench.store.audit().firstBroken()).hasValue(rows);
    }

    @Test
    void settingsStay() throws Exception {
        bench.store.settings().put("mains_hz", "60");
        bench.reopen();
        assertThat(bench.store.settings().get("mains_hz")).hasValue("60");
        assertThat(bench.store.settings().get("unknown")).isEmpty();
    }

    @Test
    void aPatientIsFoundAgainByCode() throws Exception {
        Patient patient = bench.store.patients().findOrCreate(CODE);
        bench.reopen();
        assertThat(bench.store.patients().findOrCreate("  " + CODE + " ")).isEqualTo(patient);
        assertThat(bench.store.patients().all()).containsExactly(patient);
    }

    @Test
    void anOldSqliteIsRefused() {
        assertThatThrownBy(() -> Database.refuseOld("3.51.2")).hasMessageContaining("3.51.2");
        assertThatThrownBy(() -> Database.refuseOld("3.8.11.1")).isInstanceOf(StoreException.class);
    }

    @Test
    void aDamagedFileIsNotOverwritten() throws Exception {
        bench.close();
        byte[] rubbish = "no database at all, but long enough to be looked at as one"
                .repeat(200)
                .getBytes();
        Files.write(bench.folder.database(), rubbish);
        assertThatThrownBy(() -> SealedStore.open(bench.folder, bench.clock)).hasMessageContaining("damaged");
        assertThat(Files.readAllBytes(bench.folder.database())).isEqualTo(rubbish);
        Files.delete(bench.folder.database());
        bench.store = SealedStore.open(bench.folder, bench.clock);
    }
}

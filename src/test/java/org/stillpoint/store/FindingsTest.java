package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.training.Finding;
import org.stillpoint.training.Remembered;

class FindingsTest {

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

    private String session(String patient, Finding... findings) throws StoreException {
        String id = bench.recorded(patient, 1);
        bench.store.findings().save(id, List.of(findings));
        return id;
    }

    @Test
    void theNextSessionStartsFromTheNewestAndCountsFromTheFirst() throws StoreException {
        session("one", Finding.kept("resonance_per_min", 6, "5.5 and 6"), Finding.of("trials", 3, ""));
        session("one", Finding.kept("resonance_per_min", 5.5, ""));
        session("two", Finding.kept("resonance_per_min", 4.5, ""));
        Remembered remembered = bench.store.findings().remembered("one");
        assertThat(remembered.number("resonance_per_min")).isEqualTo(5.5);
        assertThat(remembered.firstNumber("resonance_per_min")).isEqualTo(6);
        assertThat(remembered.number("trials")).isNaN();
    }

    @Test
    void aFindingWithoutANumberKeepsItsReason() throws StoreException {
        Finding reason = Finding.of("resonance_per_min", Double.NaN, "Inconclusive: all rates alike.");
        String id = session("one", reason);
        assertThat(bench.store.findings().of(id)).containsExactly(reason);
    }

    @Test
    void aGuestMayBeAnybodyAndStartsFromNothing() throws StoreException {
        session("guest", Finding.kept("resonance_per_min", 6, ""));
        assertThat(bench.store.findings().remembered("guest")).isEqualTo(Remembered.NOTHING);
        assertThat(bench.store.findings().remembered("never here")).isEqualTo(Remembered.NOTHING);
    }

    @Test
    void findingsMoveAndGoWithTheirSession() throws StoreException {
        String id = session("one", Finding.kept("resonance_per_min", 6, ""));
        bench.store.sessions().move(id, "two");
        assertThat(bench.store.findings().remembered("one").newest()).isEmpty();
        assertThat(bench.store.findings().remembered("two").number("resonance_per_min"))
                .isEqualTo(6);
        bench.store.sessions().delete(id);
        assertThat(bench.store.findings().remembered("two").newest()).isEmpty();
    }

    @Test
    void noWordOfAFindingLiesOpenInTheFile() throws Exception {
        session("one", Finding.kept("resonance_per_min", 6, "Nachtigall"));
        bench.close();
        byte[] all = Files.readAllBytes(bench.folder.database());
        assertThat(new String(all, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Nachtigall")
                .doesNotContain("resonance_per_min");
        bench.store = SealedStore.open(bench.folder, bench.clock);
    }

    @Test
    void aFolderOfTheFirstVersionIsBroughtToThisOneWithAllItHolds() throws Exception {
        String id = bench.recorded("one", 1);
        bench.close();
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + bench.folder.database());
                Statement statement = file.createStatement()) {
            statement.executeUpdate("DROP TABLE finding");
            statement.executeUpdate("DELETE FROM schema_history WHERE version = '002'");
        }
        bench.store = SealedStore.open(bench.folder, bench.clock);
        assertThat(bench.store.sessions().get(id).patient().code()).isEqualTo("one");
        assertThat(bench.store.findings().of(id)).isEmpty();
    }
}

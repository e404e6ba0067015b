package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.PhaseKind;

/** The users' page on protocols against what is read. */
class ProtocolPageTest {

    @Test
    void everyKeyAndEveryKindOfPhaseHasItsRow() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/protocols.md"));
        assertThat(ProtocolFile.keys())
                .hasSizeGreaterThan(25)
                .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
        for (PhaseKind kind : PhaseKind.values()) {
            assertThat(page).contains("`" + ProtocolText.word(kind) + "`");
        }
    }
}

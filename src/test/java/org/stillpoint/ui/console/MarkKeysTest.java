package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseEnd;
import org.stillpoint.training.PhaseKind;

class MarkKeysTest {

    private static Phase with(String... markers) {
        return new Phase(
                "T",
                PhaseKind.FEEDBACK,
                60,
                "",
                PhaseEnd.TIME,
                60,
                0,
                "",
                0,
                0,
                "",
                "",
                0,
                0,
                0,
                "",
                "",
                List.of(markers),
                "",
                "");
    }

    @Test
    void theUsualEventsHaveTheirKeys() {
        assertThat(MarkKeys.of(List.of(with())))
                .hasSize(9)
                .startsWith("cough", "talk", "move")
                .endsWith("other");
    }

    @Test
    void whatAProtocolNamesTakesTheLastKeys() {
        assertThat(MarkKeys.of(List.of(with("keyboard", "cough"), with("phone", "keyboard"))))
                .hasSize(9)
                .startsWith("cough")
                .endsWith("yawn", "keyboard", "phone");
    }
}

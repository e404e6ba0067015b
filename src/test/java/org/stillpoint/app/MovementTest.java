package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.app.SimulateCommand.Outcome;
import org.stillpoint.store.ProtocolFiles;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.ui.sound.Sounds;

/** Moving with the breath: a preset of the paced breath and the guarding coach together. */
class MovementTest {

    private static final Protocol MOVEMENT =
            ProtocolFiles.load(Path.of("none")).find("movement").orElseThrow();
    private static List<Outcome> people;

    @BeforeAll
    static void moveTwo() {
        people = SimulateCommand.outcomes(MOVEMENT, Map.of(), 2, 2);
    }

    @Test
    void everySessionComesToItsEndWithALevelOfRest() {
        assertThat(people).allSatisfy(one -> {
            assertThat(one.concluded()).containsEntry("status", "finished");
            assertThat(((Number) one.concluded().get("rest_level_uv")).doubleValue())
                    .isPositive();
        });
    }

    @Test
    void itMovesToTicks() {
        assertThat(MOVEMENT.sound()).isEqualTo("metronome");
    }

    @Test
    void theFrameMeasuresTheMovementWithoutHelpBeforeAndAfter() {
        assertThat(MOVEMENT.phases())
                .extracting(Phase::kind)
                .contains(PhaseKind.ALONE_BEFORE, PhaseKind.FEEDBACK, PhaseKind.ALONE_AFTER);
    }

    @Test
    void everySoundThatAShippedProtocolNamesIsThere() {
        for (Protocol protocol : ProtocolFiles.load(Path.of("none")).all()) {
            assertThat(protocol.sound().isEmpty()
                            || Sounds.find(protocol.sound()).isPresent())
                    .as(protocol.id())
                    .isTrue();
            assertThat(protocol.phases())
                    .allSatisfy(phase -> assertThat(phase.sound().isEmpty()
                                    || Sounds.find(phase.sound()).isPresent())
                            .isTrue());
        }
    }
}

package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.app.SimulateCommand.Outcome;
import org.stillpoint.store.ProtocolFiles;

/** Transfer trials with three simulated people whose tension in the task is known. */
class TransferProofTest {

    private static List<Outcome> people;

    @BeforeAll
    static void tryThree() {
        people = SimulateCommand.outcomes(
                ProtocolFiles.load(Path.of("none")).find("transfer").orElseThrow(), 4, 3);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void everySessionComesToItsEndWithWhatHelped() {
        assertThat(people)
                .allMatch(one -> one.concluded().get("status").equals("finished"))
                .allMatch(one -> one.concluded().get("what_helped").equals("I let the shoulders hang."));
    }

    @Test
    void theOutcomeIsTheModelsAndThePredictionStandsBesideIt() {
        assertThat(people).allSatisfy(one -> {
            for (int trial = 1; trial <= 2; trial++) {
                assertThat(number(one.concluded().get("measured_tension_" + trial)))
                        .isCloseTo(number(one.truth().get("tension_" + trial)), within(0.5));
                assertThat(one.concluded().get("predicted_tension_" + trial))
                        .isEqualTo(one.truth().get("predicted_tension"));
            }
        });
    }
}

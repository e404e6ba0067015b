package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.app.SimulateCommand.Outcome;
import org.stillpoint.store.ProtocolFiles;

/** The guarding coach with six simulated people who rest for 0 to 50 % of a task. */
class GuardingProofTest {

    private static List<Outcome> people;

    @BeforeAll
    static void workSix() {
        people = SimulateCommand.outcomes(
                ProtocolFiles.load(Path.of("none")).find("guarding").orElseThrow(), 2, 6);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void everySessionComesToItsEnd() {
        assertThat(people).allMatch(one -> one.concluded().get("status").equals("finished"));
    }

    @Test
    void theRestTimeIsTheModels() {
        assertThat(people)
                .allSatisfy(one -> assertThat(number(one.concluded().get("rest_time_alone_before_pct")))
                        .isCloseTo(number(one.truth().get("rest_time_pct")), within(9.0)));
    }

    @Test
    void whoGuardsIsRemindedAndWhoRestsIsNot() {
        assertThat(people).allSatisfy(one -> {
            double truth = number(one.truth().get("rest_time_pct"));
            double reminders = number(one.concluded().get("reminders"));
            assertThat(reminders > 0).isEqualTo(truth == 0);
        });
    }
}

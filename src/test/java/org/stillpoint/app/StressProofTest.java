package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.app.SimulateCommand.Outcome;
import org.stillpoint.store.ProtocolFiles;

/** The stress profile with six simulated people, every third of whom is not stressed at all. */
class StressProofTest {

    private static List<Outcome> people;

    @BeforeAll
    static void stressSix() {
        people = SimulateCommand.outcomes(
                ProtocolFiles.load(Path.of("none")).find("stress-profile").orElseThrow(), 5, 6);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static List<Outcome> stressed() {
        return people.stream()
                .filter(one -> number(one.truth().get("stress")) > 0)
                .toList();
    }

    @Test
    void everySessionComesToItsEnd() {
        assertThat(people).allMatch(one -> one.concluded().get("status").equals("finished"));
    }

    @Test
    void theReactivityOfTheHeartIsTheModels() {
        assertThat(people)
                .allSatisfy(one -> assertThat(number(one.concluded().get("stress_1_heart_rate_reactivity_per_min")))
                        .isCloseTo(number(one.truth().get("heart_rate_reactivity_per_min")), within(2.5)));
    }

    @Test
    void halfTimesAreTheModels() {
        assertThat(stressed()).hasSize(4).allSatisfy(one -> {
            double truth = number(one.truth().get("half_s"));
            assertThat(number(one.concluded().get("stress_1_heart_rate_half_s")))
                    .isCloseTo(truth, within(15.0));
            assertThat(number(one.concluded().get("stress_1_muscle_half_s"))).isCloseTo(truth, within(15.0));
        });
    }

    @Test
    void whoWasStressedIsSeenToComeBackAndWhoWasNotHasNoRecovery() {
        assertThat(people).allSatisfy(one -> {
            Object recovery = one.concluded().get("stress_1_heart_rate_recovery_pct");
            if (number(one.truth().get("stress")) > 0) {
                assertThat(number(recovery)).isBetween(70.0, 130.0);
            } else {
                assertThat(recovery).isEqualTo("The change was within the noise of the baseline.");
            }
        });
    }

    @Test
    void theAnswersAreScoredAsTyped() {
        assertThat(people).allSatisfy(one -> {
            double answers = number(one.concluded().get("serial_sevens_answers"));
            assertThat(answers).isBetween(27.0, 30.0);
            assertThat(100 * number(one.concluded().get("serial_sevens_correct")) / answers)
                    .isCloseTo(number(one.truth().get("serial_sevens_correct_pct")), within(4.0));
        });
    }
}

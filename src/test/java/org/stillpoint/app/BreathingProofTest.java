package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.app.SimulateCommand.Outcome;
import org.stillpoint.store.ProtocolFiles;

/** The breathing skills with twelve simulated people who sometimes hold their breath, sigh or breathe in reverse. */
class BreathingProofTest {

    private static List<Outcome> people;

    @BeforeAll
    static void trainTwelve() {
        people = SimulateCommand.outcomes(
                ProtocolFiles.load(Path.of("none")).find("breathing-skills").orElseThrow(), Map.of(), 3, 12);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void everySessionComesToItsEnd() {
        assertThat(people).allMatch(one -> one.concluded().get("status").equals("finished"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"breath_holds", "sighs", "reverse_movements"})
    void mostAreNoticedAndUnderFivePercentOfTheAlarmsAreFalse(String key) {
        double happened = 0;
        double noticed = 0;
        double wrong = 0;
        for (Outcome one : people) {
            double truth = number(one.truth().get(key));
            double found = number(one.concluded().get(key));
            happened += truth;
            noticed += Math.min(truth, found);
            wrong += Math.max(0, found - truth);
        }
        assertThat(happened).isGreaterThan(5);
        assertThat(noticed).isGreaterThanOrEqualTo(0.8 * happened);
        assertThat(wrong).isLessThan(0.05 * (noticed + wrong));
    }

    @Test
    void theComfortableShareIsTheModels() {
        assertThat(people)
                .allMatch(one -> one.concluded()
                        .get("comfortable_inhale_share")
                        .equals(one.truth().get("comfortable_inhale_share")));
    }
}

package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.app.SimulateCommand.Outcome;
import org.stillpoint.store.ProtocolFiles;

/** The whole heart curve training with five simulated people, the last of whom does not follow the pacer. */
class HrvProofTest {

    private static List<Outcome> people;

    @BeforeAll
    static void trainFive() {
        people = SimulateCommand.outcomes(
                ProtocolFiles.load(Path.of("none")).find("hrv-training").orElseThrow(), Map.of(), 7, 5);
    }

    private static double number(Object value) {
        return (Double) value;
    }

    @Test
    void everySessionComesToItsEnd() {
        assertThat(people).allMatch(one -> one.concluded().get("status").equals("finished"));
    }

    @Test
    void theSwingWithThePacerIsTheModelsAtThatRate() {
        assertThat(people.subList(0, 4)).allSatisfy(one -> {
            double truth = number(one.truth().get("swing_at_rate_per_min"));
            assertThat(number(one.concluded().get("swing_with_pacer_per_min"))).isCloseTo(truth, within(0.15 * truth));
        });
    }

    @Test
    void withoutThePacerThesePeopleFallBackAndTheFindingsShowIt() {
        assertThat(people.subList(0, 4)).allSatisfy(one -> {
            double with = number(one.concluded().get("swing_with_pacer_per_min"));
            assertThat(number(one.concluded().get("swing_without_pacer_per_min")))
                    .isLessThan(0.7 * with);
            assertThat(number(one.concluded().get("swing_alone_before_per_min")))
                    .isLessThan(0.7 * with);
        });
    }

    @Test
    void theRhythmIsToldWithAndWithoutThePacer() {
        assertThat(people.subList(0, 4))
                .allSatisfy(one -> assertThat(number(one.concluded().get("rhythm_with_pacer")))
                        .isGreaterThan(5))
                .allSatisfy(one ->
                        assertThat(one.concluded().get("rhythm_alone_before")).isNotNull());
    }

    @Test
    void whoDoesNotFollowIsSeenNotToFollow() {
        assertThat(people.get(4).truth().get("follows_pacer")).isEqualTo(false);
        assertThat(number(people.get(4).concluded().get("followed_pacer_pct"))).isLessThan(60);
        assertThat(people.subList(0, 4))
                .allSatisfy(one -> assertThat(number(one.concluded().get("followed_pacer_pct")))
                        .isGreaterThan(70));
    }
}

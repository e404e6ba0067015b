package org.stillpoint.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;

class TrialTraceTest {

    private static TrialTrace of(String title, String word, double... values) {
        boolean[] counted = new boolean[values.length];
        Arrays.fill(counted, true);
        return new TrialTrace(0, title, word, Modality.EMG, "Muscle", "µV", 1, values, counted);
    }

    private static double[] level(double level) {
        double[] values = new double[20];
        Arrays.fill(values, level);
        return values;
    }

    @Test
    void underFiveSecondsNothingIsThere() {
        assertThat(of("Trial 1", "1", 3, 3, 3, 3).there()).isFalse();
        assertThat(of("Trial 1", "1", 3, 3, 3, 3).percentile(50)).isNaN();
        assertThat(of("Trial 1", "1", 3, 3, 3, 3, 3).there()).isTrue();
    }

    @Test
    void whatIsMarkedDoesNotCount() {
        double[] values = level(3);
        values[7] = 99;
        boolean[] counted = new boolean[20];
        Arrays.fill(counted, true);
        counted[7] = false;
        TrialTrace trace = new TrialTrace(0, "Trial 1", "1", Modality.EMG, "Muscle", "µV", 1, values, counted);
        assertThat(trace.percentile(100)).isEqualTo(3);
        assertThat(trace.whole()).isFalse();
        assertThat(trace.gated()).isFalse();
    }

    @Test
    void lessThanHalfIsHollow() {
        double[] values = level(3);
        Arrays.fill(values, 0, 11, Double.NaN);
        assertThat(of("Trial 1", "1", values).gated()).isTrue();
        assertThat(of("Trial 1", "1", values).words()).endsWith("less than half of it could be read");
    }

    @Test
    void theSentenceSetsTheNewestPartBesideAloneBefore() {
        assertThat(TrialTrace.sentence(List.of(
                        of("Rest", "rest", level(5)),
                        of("Alone before", "alone", level(4)),
                        of("Trial 1", "1", level(3)),
                        of("Alone after", "alone", level(2.5)))))
                .isEqualTo("Alone after: 2.5 µV; alone before: 4.0 µV.");
    }

    @Test
    void withoutAnythingAloneItIsRest() {
        assertThat(TrialTrace.sentence(List.of(of("Rest", "rest", level(5)), of("Trial 1", "1", level(3)))))
                .isEqualTo("Trial 1: 3.0 µV; rest: 5.0 µV.");
    }

    @Test
    void nothingIsSaidOfAPartThatCouldHardlyBeRead() {
        double[] values = level(3);
        Arrays.fill(values, 0, 11, Double.NaN);
        assertThat(TrialTrace.sentence(List.of(of("Rest", "rest", level(5)), of("Trial 1", "1", values))))
                .isEmpty();
    }

    @Test
    void valuesAndMarksAreOfOneLength() {
        assertThatThrownBy(() -> new TrialTrace(0, "", "", Modality.EMG, "", "", 1, new double[3], new boolean[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 values, 2 marks");
    }

    /** Of all measures that a session may have, the one that its columns are of. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            emg-relaxation, tension, muscle@emg
            paced-breathing, wave, swing
            hrv-training, wave, swing
            warm-hands, tension, temperature
            calm-skin, tension, conductance
            transfer, tension, muscle@emg
            stress-profile, wave, heart_rate
            guarding, tension, muscle_rest@emg""")
    void columnsAreOfWhatTheGoalNamesFirst(String exercise, String display, String measure) {
        List<String> there = List.of(
                "heart_rate",
                "swing",
                "rhythm",
                "breathing_rate",
                "conductance",
                "temperature",
                "muscle@emg",
                "muscle_rest@emg");
        Protocol protocol = new Protocol(
                exercise,
                exercise,
                List.of(exercise),
                display,
                6,
                0.45,
                "why",
                List.of(new Phase("Rest", PhaseKind.BASELINE, 60, "Rest.")));
        assertThat(there.get(Goal.headline(protocol, there))).isEqualTo(measure);
    }

    @Test
    void trialGoesByTheNumberOfItsOwnTitle() {
        assertThat(TrialTrace.word(PhaseKind.FEEDBACK, "Trial 1", 2)).isEqualTo("1");
        assertThat(TrialTrace.word(PhaseKind.FEEDBACK, "Discover", 1)).isEqualTo("discover");
        assertThat(TrialTrace.word(PhaseKind.FEEDBACK, "With the line", 3)).isEqualTo("3");
        assertThat(TrialTrace.word(PhaseKind.FEEDBACK, "Rest", 3)).isEqualTo("3");
    }
}

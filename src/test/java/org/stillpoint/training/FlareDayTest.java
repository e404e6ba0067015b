package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlareDayTest {

    private static Phase phase(String title, PhaseKind kind, double seconds, double minimum, int dropRank) {
        return new Phase(
                title,
                kind,
                seconds,
                "",
                PhaseEnd.TIME,
                minimum,
                dropRank,
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
                List.of(),
                "",
                "");
    }

    private static Protocol of(Phase... phases) {
        return new Protocol("p", "P", List.of("emg-relaxation"), "tension", 6, 0.45, "why", List.of(phases));
    }

    @Test
    void whatMayBeLeftOutIsAndTheRestTakesItsShortestTime() {
        Protocol easier = FlareDay.of(of(
                phase("Rest", PhaseKind.BASELINE, 120, 60, 0),
                phase("Trial 1", PhaseKind.FEEDBACK, 300, 180, 0),
                phase("Trial 2", PhaseKind.FEEDBACK, 300, 180, 1)));
        assertThat(easier.phases()).extracting(Phase::title).containsExactly("Rest", "Trial 1");
        assertThat(easier.phases()).extracting(Phase::seconds).containsExactly(60.0, 180.0);
    }

    @Test
    void aTrialWithoutAShortestTimeIsHalfAsLongButNotUnderTwoMinutes() {
        Protocol easier = FlareDay.of(
                of(phase("Trial 1", PhaseKind.FEEDBACK, 300, 0, 0), phase("Trial 2", PhaseKind.FEEDBACK, 180, 0, 0)));
        assertThat(easier.phases()).extracting(Phase::seconds).containsExactly(150.0, 120.0);
    }

    @Test
    void theShorterFormIsTakenWhereThereIsOne() {
        Protocol form = of(phase("Four groups", PhaseKind.FEEDBACK, 300, 240, 0))
                .with("four", "Four", List.of(phase("Four groups", PhaseKind.FEEDBACK, 300, 240, 0)));
        Protocol whole = new Protocol(
                "sixteen",
                "Sixteen",
                List.of("pmr"),
                "tension",
                "",
                6,
                0.45,
                0,
                0,
                false,
                false,
                "why",
                List.of(phase("Sixteen groups", PhaseKind.FEEDBACK, 810, 770, 0)),
                List.of(),
                "four",
                Posture.UPRIGHT);
        assertThat(FlareDay.of(whole, List.of(whole, form)).phases())
                .extracting(Phase::seconds)
                .containsExactly(240.0);
        assertThat(FlareDay.of(whole, List.of(whole)).id()).isEqualTo("sixteen");
    }

    @Test
    void theFrameThatShowsTheSkillStays() {
        Protocol easier = FlareDay.of(of(
                phase("Alone before", PhaseKind.ALONE_BEFORE, 60, 0, 0),
                phase("Alone after", PhaseKind.ALONE_AFTER, 60, 0, 0)));
        assertThat(easier.phases()).hasSize(2);
    }
}

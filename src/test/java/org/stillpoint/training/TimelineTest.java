package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Phase trial = new Phase("Trial 1", PhaseKind.FEEDBACK, 300, "");
    private final Timeline timeline = new Timeline(new Protocol(
            "p",
            "P",
            List.of(),
            "wave",
            6,
            0.45,
            "",
            List.of(
                    new Phase("Rest", PhaseKind.BASELINE, 120, ""),
                    trial,
                    droppable("Trial 2", 2),
                    droppable("Trial 3", 1),
                    new Phase("Alone", PhaseKind.ALONE_AFTER, 60, ""))));

    static Phase droppable(String title, int rank) {
        return new Phase(
                title,
                PhaseKind.FEEDBACK,
                300,
                "",
                PhaseEnd.TIME,
                180,
                rank,
                "",
                Double.NaN,
                Double.NaN,
                "",
                "",
                Double.NaN,
                0,
                0,
                "",
                "",
                List.of(),
                "",
                "");
    }

    @Test
    void latenessOfOnePhaseIsTakenFromTheNext() {
        double t = 0;
        while (timeline.index() < 3) {
            timeline.pass(0.019);
            t += 0.019;
            if (timeline.over()) {
                timeline.next(timeline.overshootSeconds());
            }
        }
        assertThat(t - timeline.elapsedSeconds()).isCloseTo(720, within(1e-6));
    }

    @Test
    void aPhaseThatIsLeftOutIsPassedOver() {
        timeline.drop(1, true);
        timeline.drop(2, true);
        timeline.next(0);
        assertThat(timeline.phase()).isSameAs(trial);
        timeline.next(0);
        assertThat(timeline.index()).isEqualTo(3);
    }

    @Test
    void whatShowsTheSkillIsNeverLeftOut() {
        timeline.drop(4, true);
        assertThat(timeline.plannedSeconds(4)).isEqualTo(60);
    }

    @Test
    void aPhaseIsNeverMadeShorterThanItsMinimumOrThanWhatHasPassed() {
        timeline.change(2, 10);
        assertThat(timeline.plannedSeconds(2)).isEqualTo(180);
        timeline.pass(119);
        timeline.change(0, 5);
        assertThat(timeline.lengthSeconds()).isEqualTo(120);
    }

    @Test
    void timeLeftCountsWhatIsStillPlanned() {
        timeline.pass(20);
        assertThat(timeline.leftSeconds()).isCloseTo(100 + 900 + 60, within(1e-9));
        timeline.drop(3, true);
        assertThat(timeline.leftSeconds()).isCloseTo(100 + 600 + 60, within(1e-9));
    }

    @Test
    void runningLateDropsByRankAndNoMoreThanItTakes() {
        List<Phase> phases = List.of(
                new Phase("Rest", PhaseKind.BASELINE, 120, ""),
                droppable("Trial 1", 2),
                droppable("Trial 2", 1),
                droppable("Trial 3", 1),
                new Phase("Alone", PhaseKind.ALONE_AFTER, 60, ""));
        double[] planned = {120, 300, 300, 300, 60};
        assertThat(Appointment.toDrop(phases, planned, 0, 1080, 1080)).isEmpty();
        assertThat(Appointment.toDrop(phases, planned, 0, 1080, 800)).containsExactly(3);
        assertThat(Appointment.toDrop(phases, planned, 0, 1080, 500)).containsExactly(3, 2);
        assertThat(Appointment.toDrop(phases, planned, 0, 1080, 10)).containsExactly(3, 2, 1);
    }
}

package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.FeedbackWriter;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseEnd;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.TrainingControl;
import org.stillpoint.training.TrainingControl.Kind;
import org.stillpoint.training.TrainingControl.Wish;

class AppointmentViewModelTest {

    private static final List<Phase> PHASES = List.of(
            phase("Rest", PhaseKind.BASELINE, 120, 120, 0),
            phase("Trial 1", PhaseKind.FEEDBACK, 300, 180, 0),
            phase("Trial 2", PhaseKind.FEEDBACK, 300, 180, 2),
            phase("Trial 3", PhaseKind.FEEDBACK, 300, 180, 1),
            phase("Alone after", PhaseKind.ALONE_AFTER, 60, 60, 0));

    private final TrainingControl control = new TrainingControl();
    private final FeedbackWriter writer = new FeedbackWriter(new FeedbackCell(0, 0, PHASES.size()));
    private final Clock clock = new Clock() {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public long epochMillis() {
            return Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();
        }
    };
    private final AppointmentViewModel plan = new AppointmentViewModel(PHASES, control, clock, ZoneOffset.UTC);

    AppointmentViewModelTest() {
        for (int i = 0; i < PHASES.size(); i++) {
            writer.planned(i, PHASES.get(i).seconds());
        }
    }

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

    private void at(int phase, double elapsed, double tSeconds, double end) {
        plan.follow(writer.state(Feedback.State.RUNNING)
                .time(tSeconds, 0)
                .phase(phase, elapsed, PHASES.get(phase).seconds())
                .appointmentEnd(end)
                .next());
    }

    private Wish wish() {
        return FeedbackWriter.wish(control);
    }

    @Test
    void endOfThePlanIsATimeOfDay() {
        at(1, 60, 180, Double.NaN);
        assertThat(plan.endText()).isEqualTo("ends 10:15");
    }

    @Test
    void whatIsLeftOutTakesNoTime() {
        writer.planned(2, 0);
        at(1, 60, 180, Double.NaN);
        assertThat(plan.leftSeconds()).isEqualTo(240 + 300 + 60);
        assertThat(plan.out(2)).isTrue();
    }

    @Test
    void typedEndBecomesSecondsOfTheSession() {
        at(1, 60, 180, Double.NaN);
        assertThat(plan.mustEnd("1012")).isEmpty();
        assertThat(wish()).isEqualTo(new Wish(Kind.END_AT, 180 + 720, ""));
    }

    @Test
    void aTimeThatIsPastIsRefusedWithItsReason() {
        at(1, 60, 180, Double.NaN);
        assertThat(plan.mustEnd("9:45")).isEqualTo("09:45 is past already.");
        assertThat(plan.mustEnd("soon")).isEqualTo("Write it as 10:45.");
        assertThat(wish()).isNull();
    }

    @Test
    void tooLongAPlanSaysWhatToLeaveOutAndWhatStays() {
        at(1, 60, 180, 180 + 600);
        assertThat(plan.overText()).isEqualTo("5 min over: leave out Trial 3, keep Alone after   F");
        plan.fit();
        assertThat(wish()).isEqualTo(new Wish(Kind.DROP_PHASE, 3, ""));
        assertThat(wish()).isNull();
    }

    @Test
    void whenLeavingOutIsNotEnoughTheRestIsShortened() {
        writer.planned(2, 0).planned(3, 0);
        at(0, 0, 0, 400);
        assertThat(plan.overText()).isEqualTo("1 min over: shorten Trial 1, keep Alone after   F");
        plan.fit();
        assertThat(wish()).isEqualTo(new Wish(Kind.PHASE_LENGTH, 180, "1"));
    }

    @Test
    void aPlanThatFitsIsLeftAlone() {
        at(1, 60, 180, 180 + 1000);
        assertThat(plan.overText()).isEmpty();
        plan.fit();
        assertThat(wish()).isNull();
    }

    @Test
    void aPhaseThatWasLeftOutIsTakenInAgain() {
        writer.planned(3, 0);
        at(1, 60, 180, Double.NaN);
        plan.choose(3);
        plan.leaveOutOrTakeIn();
        assertThat(wish()).isEqualTo(new Wish(Kind.KEEP_PHASE, 3, ""));
    }

    @Test
    void theFrameThatShowsTheSkillIsNeverLeftOut() {
        at(1, 60, 180, Double.NaN);
        plan.choose(4);
        plan.leaveOutOrTakeIn();
        assertThat(plan.mayLeaveOut()).isFalse();
        assertThat(wish()).isNull();
    }

    @Test
    void aPhaseIsNotMadeShorterThanItsMinimum() {
        at(1, 60, 180, Double.NaN);
        plan.length(2, 20);
        assertThat(wish()).isEqualTo(new Wish(Kind.PHASE_LENGTH, 180, "2"));
    }

    @Test
    void thePastIsNotChosen() {
        at(2, 0, 420, Double.NaN);
        plan.choose(0);
        assertThat(plan.chosen()).isEqualTo(2);
    }

    @Test
    void whatHasPassedOfAPhaseIsNotTakenBack() {
        at(1, 290, 410, Double.NaN);
        plan.oneMinuteLess();
        assertThat(wish().number()).isEqualTo(290);
    }
}

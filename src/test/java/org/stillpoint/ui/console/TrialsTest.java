package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.care.TrialTrace;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.FeedbackWriter;
import org.stillpoint.ui.SyntheticSession;

class TrialsTest {

    private final FeedbackWriter writer = new FeedbackWriter(new FeedbackCell(1, 0, 16));
    private final Trials trials = new Trials(SyntheticSession.protocol().phases(), TrainedSignal.muscle());
    private double t;

    private void minute(int phase, Feedback.State state, double from, double to) {
        for (int i = 0; i < 240; i++) {
            t += 0.25;
            double level = from + (to - from) * i / 239;
            trials.take(writer.state(state)
                    .time(t, 1)
                    .phase(phase, (i + 1) * 0.25, 300)
                    .muscle(level, 3, false)
                    .publish());
        }
    }

    private TrialTrace column(int phase) {
        return trials.traces().get(trials.column(phase));
    }

    @Test
    void restAndWrapUpHaveNoColumn() {
        List<String> words = trials.traces().stream().map(TrialTrace::word).toList();
        assertThat(words).containsExactly("rest", "alone", "1", "2", "3", "alone");
    }

    @Test
    void middleAndSpreadAreThoseOfThePart() {
        minute(3, Feedback.State.RUNNING, 0, 10);
        assertThat(column(3).percentile(50)).isCloseTo(5, within(0.05));
        assertThat(column(3).percentile(10)).isCloseTo(1, within(0.05));
        assertThat(column(3).percentile(90)).isCloseTo(9, within(0.05));
        assertThat(column(3).gated()).isFalse();
    }

    @Test
    void heldTimeIsLeftOut() {
        minute(3, Feedback.State.RUNNING, 2, 2);
        for (int i = 0; i < 240; i++) {
            t += 0.25;
            trials.take(writer.state(Feedback.State.HELD)
                    .time(t, 1)
                    .phase(3, 60.3, 300)
                    .muscle(9, 3, false)
                    .publish());
        }
        assertThat(column(3).percentile(100)).isEqualTo(2);
        assertThat(column(3).seconds()).isLessThan(61);
    }

    @Test
    void partThatCouldHardlyBeReadIsGated() {
        minute(3, Feedback.State.RUNNING, 2, 2);
        for (int i = 0; i < 300; i++) {
            t += 0.25;
            trials.take(writer.time(t, 1)
                    .phase(3, 60 + i * 0.25, 300)
                    .muscle(Double.NaN, 3, false)
                    .publish());
        }
        assertThat(column(3).gated()).isTrue();
    }

    @Test
    void repeatedPartBeginsAfresh() {
        minute(3, Feedback.State.RUNNING, 8, 8);
        minute(3, Feedback.State.RUNNING, 2, 2);
        assertThat(column(3).percentile(90)).isEqualTo(2);
    }

    @Test
    void aTraceIsTheSignalByThePartsOwnTime() {
        minute(3, Feedback.State.RUNNING, 0, 10);
        assertThat(column(3).seconds()).isCloseTo(60, within(0.5));
        assertThat(column(3).value(121)).isCloseTo(5.02, within(0.1));
    }

    @Test
    void markedSecondsStayInTheTraceAndDoNotCount() {
        minute(3, Feedback.State.RUNNING, 2, 2);
        for (int i = 0; i < 40; i++) {
            t += 0.25;
            trials.take(writer.time(t, 1)
                    .phase(3, 60.25 + i * 0.25, 300)
                    .masked(true)
                    .muscle(30, 3, false)
                    .publish());
        }
        assertThat(column(3).value(column(3).size() - 1)).isEqualTo(30);
        assertThat(column(3).percentile(100)).isEqualTo(2);
        assertThat(column(3).whole()).isFalse();
    }

    @Test
    void stepsWithoutALookHaveNoValue() {
        minute(3, Feedback.State.RUNNING, 2, 2);
        trials.take(writer.time(t + 5, 1).phase(3, 65, 300).muscle(2, 3, false).publish());
        assertThat(column(3).value(250)).isNaN();
        assertThat(column(3).counts(250)).isFalse();
    }

    @Test
    void anHourOfAPartIsKeptAtMost() {
        for (int i = 0; i < 4 * 3700; i++) {
            trials.take(writer.state(Feedback.State.RUNNING)
                    .time(i * 0.25, 1)
                    .phase(3, i * 0.25, 4000)
                    .muscle(2, 3, false)
                    .publish());
        }
        assertThat(column(3).seconds()).isEqualTo(3600);
    }

    @Test
    void whatIsRepeatedOutOfAHoldBeginsAfreshToo() {
        minute(3, Feedback.State.RUNNING, 8, 8);
        trials.take(
                writer.state(Feedback.State.HELD).time(t, 1).phase(3, 0, 300).publish());
        minute(3, Feedback.State.RUNNING, 2, 2);
        assertThat(column(3).percentile(90)).isEqualTo(2);
    }
}

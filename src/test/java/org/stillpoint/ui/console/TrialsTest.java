package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.FeedbackWriter;
import org.stillpoint.ui.SyntheticSession;

class TrialsTest {

    private final FeedbackWriter writer = new FeedbackWriter(new FeedbackCell(1, 0, 16));
    private final Trials trials = new Trials(SyntheticSession.protocol().phases(), true, 0);
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

    private Trials.Column column(int phase) {
        return trials.columns().stream()
                .filter(column -> column.phase() == phase)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void restAndWrapUpHaveNoColumn() {
        List<String> words = trials.columns().stream().map(Trials.Column::word).toList();
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
        minute(3, Feedback.State.HELD, 9, 9);
        assertThat(column(3).percentile(90)).isEqualTo(2);
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
}

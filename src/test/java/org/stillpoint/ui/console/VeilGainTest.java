package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.FeedbackWriter;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;

class VeilGainTest {

    private static final TrainedSignal SWING =
            new TrainedSignal("swing", "Swing per breath", "/min", 0, Modality.ECG, false);

    private static final List<Phase> PHASES =
            List.of(new Phase("Rest", PhaseKind.BASELINE, 120, ""), new Phase("Trial 1", PhaseKind.FEEDBACK, 300, ""));

    private final FeedbackWriter writer = new FeedbackWriter(new FeedbackCell(1, 0, 2));
    private double t;

    private void play(VeilGain gain, int phase, boolean veiled, double seconds, DoubleUnaryOperator level) {
        double until = t + seconds;
        for (; t < until; t += 0.05) {
            gain.take(writer.state(Feedback.State.RUNNING)
                    .time(t, 0)
                    .phase(phase, t, 300)
                    .veiled(veiled)
                    .muscle(level.applyAsDouble(t), Double.NaN, false)
                    .meter(0, level.applyAsDouble(t), 0, 0)
                    .next());
        }
    }

    private static DoubleUnaryOperator steady(double level) {
        return t -> level;
    }

    private VeilGain muscle() {
        return new VeilGain(PHASES, TrainedSignal.muscle());
    }

    @Test
    void muscleThatRisesAFifthOfTheWayBackHasHeldFourFifths() {
        VeilGain gain = muscle();
        play(gain, 0, false, 60, steady(6));
        play(gain, 1, false, 90, steady(1));
        play(gain, 1, true, 30, steady(2));
        play(gain, 1, false, 1, steady(1));
        assertThat(gain.told()).isEqualTo("held 80 % of the gain");
    }

    @Test
    void theSecondsInWhichTheScreenFadesDoNotCount() {
        VeilGain gain = muscle();
        play(gain, 0, false, 60, steady(6));
        play(gain, 1, false, 90, steady(1));
        double from = t;
        play(gain, 1, true, 14, now -> now - from < 2.9 ? 6 : 1);
        play(gain, 1, false, 1, steady(1));
        assertThat(gain.told()).isEqualTo("held 100 % of the gain");
    }

    @Test
    void onlyTheLastMinuteOfFeedbackCounts() {
        VeilGain gain = muscle();
        play(gain, 0, false, 60, steady(6));
        play(gain, 1, false, 100, steady(5));
        play(gain, 1, false, 61, steady(2));
        play(gain, 1, true, 30, steady(4));
        play(gain, 1, false, 1, steady(2));
        assertThat(gain.told()).isEqualTo("held 50 % of the gain");
    }

    @Test
    void swingGainsByGrowing() {
        VeilGain gain = new VeilGain(PHASES, SWING);
        play(gain, 0, false, 60, steady(4));
        play(gain, 1, false, 90, steady(12));
        play(gain, 1, true, 60, now -> 10 + 0.001 * Math.floor(now / 10));
        play(gain, 1, false, 1, steady(12));
        assertThat(gain.told()).isEqualTo("held 75 % of the gain");
    }

    @Test
    void aSwingNeedsWholeBreaths() {
        VeilGain gain = new VeilGain(PHASES, SWING);
        play(gain, 0, false, 60, steady(4));
        play(gain, 1, false, 90, steady(12));
        play(gain, 1, true, 30, steady(12));
        play(gain, 1, false, 1, steady(12));
        assertThat(gain.told()).isEqualTo("needs 3 whole breaths to say how it was held");
    }

    @Test
    void withoutARestThereIsNothingToCompareWith() {
        VeilGain gain = muscle();
        play(gain, 1, false, 90, steady(1));
        play(gain, 1, true, 30, steady(2));
        play(gain, 1, false, 1, steady(1));
        assertThat(gain.told()).isEqualTo("no rest before training to compare with");
    }

    @Test
    void whatWasNotGainedCannotBeHeld() {
        VeilGain gain = muscle();
        play(gain, 0, false, 60, steady(3));
        play(gain, 1, false, 90, steady(2.9));
        play(gain, 1, true, 30, steady(2));
        play(gain, 1, false, 1, steady(2));
        assertThat(gain.told()).isEqualTo("there is no gain yet to hold");
    }

    @Test
    void aSignalThatCannotBeReadHasNoFigure() {
        VeilGain gain = muscle();
        play(gain, 0, false, 60, steady(6));
        play(gain, 1, false, 90, steady(1));
        play(gain, 1, true, 30, steady(Double.NaN));
        play(gain, 1, false, 1, steady(1));
        assertThat(gain.told()).isEqualTo("too short, or not to be read: nothing to compare");
    }
}

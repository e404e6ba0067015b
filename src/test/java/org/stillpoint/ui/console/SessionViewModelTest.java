package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stillpoint.acquisition.Health;
import org.stillpoint.acquisition.HealthWriter;
import org.stillpoint.signal.Quality;
import org.stillpoint.training.FeedbackWriter;
import org.stillpoint.training.TrainingControl.Kind;
import org.stillpoint.training.TrainingControl.Wish;
import org.stillpoint.ui.SyntheticSession;

class SessionViewModelTest {

    private final SyntheticSession session = new SyntheticSession();
    private final SessionViewModel model = new SessionViewModel(session.live, session);
    private long frame;

    private void look(double seconds) {
        session.runTo(seconds);
        frame += 1_000_000_000L;
        model.frame(frame);
    }

    @Test
    void timeDelayAndSensorsAreSaidInWords() {
        look(65.01);
        assertThat(model.recording().get()).isEqualTo("Recording 1:05");
        assertThat(model.delay().get()).isEqualTo("delay 14 ms");
        assertThat(model.sensors().get()).isEqualTo("3 sensors good");
    }

    @Test
    void absentMeasureHasItsReasonWhereTheNumberWouldBe() {
        look(2);
        MeasureState rhythm = model.measures().get(5);
        assertThat(rhythm.number().get()).isEqualTo("—");
        assertThat(rhythm.ground().get()).isEqualTo("needs 64 s, 41 s so far");
        assertThat(rhythm.mark().get()).isEqualTo(Mark.DASH);
    }

    @Test
    void correctedMeasureIsHollowAndSaysHowMuch() {
        look(2);
        MeasureState rmssd = model.measures().get(4);
        assertThat(rmssd.mark().get()).isEqualTo(Mark.HOLLOW);
        assertThat(rmssd.ground().get()).isEqualTo("64 s, 2 % corrected");
    }

    @Test
    void problemOfTheRecordingComesFirst() {
        session.problem = "The disk is full. Make room; the recording goes on in memory.";
        session.emgLost = true;
        look(2);
        assertThat(model.problem().get()).isEqualTo(session.problem);
    }

    @Test
    void goneDeviceIsSaidAndItsChannelsHaveNoData() {
        HealthWriter.line(session.health, Health.Line.LOST, "");
        look(2);
        assertThat(model.problem().get()).startsWith("BITalino is gone.");
        assertThat(model.channels()).allMatch(channel -> channel.quality() == Quality.LOST);
    }

    @Test
    void allWellIsNoProblem() {
        look(2);
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void twoQuickStepsOfThePacerAddUp() {
        look(2);
        model.pacer().faster();
        model.pacer().faster();
        FeedbackWriter.wish(session.control);
        assertThat(FeedbackWriter.wish(session.control)).isEqualTo(new Wish(Kind.PACER_RATE, 7, ""));
    }

    @Test
    void pacerStaysWithinItsLimits() {
        session.rate = 3;
        look(2);
        model.pacer().slower();
        assertThat(FeedbackWriter.wish(session.control).number()).isEqualTo(3);
    }

    @Test
    void skipLeavesTheRestOfThePhaseOut() {
        look(2);
        model.skip();
        assertThat(FeedbackWriter.wish(session.control).kind()).isEqualTo(Kind.SKIP_PHASE);
    }

    @Test
    void aMarkedEventIsSaidForAMomentAndMasks() {
        session.note = "Pacer rests.";
        look(2);
        model.quickMark(1);
        assertThat(FeedbackWriter.wish(session.control)).isEqualTo(new Wish(Kind.EVENT, 0, "cough"));
        assertThat(model.note().get()).startsWith("Marked: cough.");
        look(6);
        assertThat(model.note().get()).isEqualTo("Pacer rests.");
    }

    @Test
    void aVeilIsTimedWhereTheMirrorsTitleIs() {
        look(301);
        session.veiled = true;
        look(302);
        look(320.5);
        assertThat(model.patientSees().get()).isEqualTo("Veiled 0:18");
    }

    @Test
    void endIsNowPlusWhatIsLeftOfThePlan() {
        look(60);
        long left = model.appointment().endEpochMillis() - session.epochMillis();
        assertThat(left).isBetween(1_499_000L, 1_501_000L);
    }
}

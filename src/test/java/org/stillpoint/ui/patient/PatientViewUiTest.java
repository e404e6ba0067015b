package org.stillpoint.ui.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.NeedsFonts;
import org.stillpoint.ui.SyntheticSession;
import org.stillpoint.ui.Theme;

@NeedsFonts
class PatientViewUiTest {

    private static final String SENTENCE = "The bar shows how much the muscle is working.";

    private SyntheticSession session;
    private PatientView view;

    @BeforeAll
    static void start() {
        assertThat(FxThread.start()).isTrue();
    }

    private void open(String display, PhaseKind kind) {
        Protocol protocol = new Protocol(
                "one",
                "One",
                List.of("pmr"),
                display,
                6,
                0.45,
                "",
                List.of(new Phase("Before", PhaseKind.FEEDBACK, 1, ""), new Phase("Now", kind, 600, SENTENCE)));
        session = new SyntheticSession(protocol);
        FxThread.await(() -> {
            view = new PatientView(session.live, Theme.DARK, display);
            Scene scene = new Scene(view, 1024, 640);
            Theme.DARK.apply(scene);
            view.applyCss();
            view.layout();
        });
        show();
    }

    /** Two seconds of frames. */
    private void show() {
        double from = Math.max(60, session.seconds());
        for (int i = 0; i <= 40; i++) {
            session.runTo(from + i / 20.0);
            Feedback newest = session.cell.blank();
            session.cell.read(newest);
            FxThread.await(() -> view.show(newest, session.nanos()));
        }
        FxThread.await(() -> view.layout());
    }

    private Node part(int index) {
        return view.getChildrenUnmodifiable().get(index);
    }

    private String text(String id) {
        return ((Label) view.lookup("#" + id)).getText();
    }

    @Test
    void sentenceOfThePhaseStandsUnderThePicture() {
        open("tension", PhaseKind.FEEDBACK);
        assertThat(part(1).getOpacity()).isEqualTo(1);
        assertThat(text("patient-cue")).isEqualTo(SENTENCE);
    }

    @Test
    void heldSessionShowsNoPictureOfASignal() {
        open("tension", PhaseKind.FEEDBACK);
        session.held = true;
        show();
        assertThat(part(1).isVisible()).isFalse();
        assertThat(text("patient-words")).isEqualTo("rest");
        assertThat(text("patient-cue")).isEmpty();
    }

    @Test
    void veilLeavesOneSentenceOnDusk() {
        open("tension", PhaseKind.FEEDBACK);
        session.veiled = true;
        show();
        show();
        assertThat(part(1).isVisible()).isFalse();
        assertThat(text("patient-words")).isEqualTo("keep going on your own");
        assertThat(text("patient-cue")).isEmpty();
    }

    @Test
    void nothingIsReadWithClosedEyes() {
        open("black", PhaseKind.FEEDBACK);
        assertThat(text("patient-cue")).isEmpty();
    }

    @Test
    void voiceThatIsHeardNeedsNoWordsOnTheScreen() {
        open("black", PhaseKind.SCRIPT);
        session.also = writer -> writer.says("Rest your feet.", "").audio("feet.wav");
        show();
        assertThat(part(1).isVisible()).isTrue();
        assertThat(text("patient-sentence")).isEmpty();
    }

    @Test
    void curvesOfLettingGoAreThereWhileTheMuscleLetsGo() {
        open("tension", PhaseKind.SCRIPT);
        assertThat(part(2).isVisible()).isFalse();
        double from = session.seconds();
        session.also = writer -> writer.letGo(session.seconds() - from);
        show();
        assertThat(part(2).getOpacity()).isEqualTo(1);
        session.also = writer -> writer.letGo(Double.NaN);
        show();
        assertThat(part(2).isVisible()).isFalse();
    }

    @Test
    void longSentenceWrapsWithinTheScreenInEvenLines() {
        EvenLabel[] label = new EvenLabel[1];
        FxThread.await(() -> {
            label[0] = new EvenLabel();
            label[0].room(400);
            label[0].setText("Sit comfortably, feet on the floor, and let your breath come and go as it likes today.");
        });
        assertThat(label[0].getMaxWidth()).isBetween(250.0, 400.0);
    }
}

package org.stillpoint.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.RateChoice;
import org.stillpoint.training.ResonanceSheet;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.Hands;
import org.stillpoint.ui.NeedsFonts;
import org.stillpoint.ui.Theme;

/** A rate is chosen on the resonance sheet, with the keyboard alone, on a display in memory. */
@NeedsFonts
class ResonanceSheetUiTest {

    private final List<RateChoice> kept = new ArrayList<>();
    private ResonanceSheetView view;
    private Stage stage;
    private Hands hands;

    @BeforeEach
    void open() {
        FxThread.start();
        FxThread.await(() -> {
            view = new ResonanceSheetView(Theme.LIGHT.palette());
            Scene scene = new Scene(view, 912, 650);
            Theme.LIGHT.apply(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            ResonanceSheet sheet = SheetPictures.sheet();
            view.show(sheet, SheetPictures.breaths(sheet));
            hands = new Hands(scene);
        });
    }

    @AfterEach
    void close() {
        FxThread.await(stage::close);
    }

    private void choosable(String whyNot) {
        FxThread.await(() -> {
            view.onTrainHere(kept::add, whyNot);
            view.take();
        });
    }

    private String words() {
        String[] words = new String[1];
        FxThread.await(() -> words[0] = ((Labeled) view.lookup("#train-here-words")).getText());
        return words[0];
    }

    private void down(int times) {
        for (int i = 0; i < times; i++) {
            hands.type(KeyCode.DOWN);
        }
    }

    @Test
    void aRateIsAskedForAndOnlyThenKept() {
        choosable("");
        down(2);
        hands.type(KeyCode.ENTER);
        assertThat(words()).isEqualTo("Train at 5.5 a minute from now on?");
        assertThat(kept).isEmpty();
        hands.type(KeyCode.ENTER);
        assertThat(kept).extracting(RateChoice::ratePerMinute).containsExactly(5.5);
    }

    @Test
    void whatIsKeptIsSaid() {
        choosable("");
        down(2);
        hands.type(KeyCode.ENTER);
        hands.click("#train-here");
        FxThread.await(() -> view.kept(kept.get(0)));
        assertThat(words()).isEqualTo("Kept: heart curve training begins at 5.5 a minute.");
    }

    @Test
    void escapeLeavesItAsItWas() {
        choosable("");
        hands.type(KeyCode.ENTER);
        hands.type(KeyCode.ESCAPE);
        assertThat(words()).isEmpty();
        assertThat(kept).isEmpty();
    }

    @Test
    void aRowWithoutEvidenceSaysWhyAndOffersNothing() {
        choosable("");
        down(4);
        hands.type(KeyCode.ENTER);
        assertThat(words()).startsWith("Nothing was shown for this rate: only 4 breaths can be used");
        hands.type(KeyCode.ENTER);
        assertThat(kept).isEmpty();
    }

    @Test
    void forAGuestNothingIsOffered() {
        choosable("A guest is not remembered.");
        hands.type(KeyCode.ENTER);
        assertThat(words()).isEqualTo("A guest is not remembered.");
        assertThat(Hands.on(() -> view.lookup("#train-here").isVisible())).isFalse();
    }
}

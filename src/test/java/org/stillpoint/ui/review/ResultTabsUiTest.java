package org.stillpoint.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.care.PatientCard;
import org.stillpoint.care.SessionResult;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.signal.Marker;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.NeedsFonts;
import org.stillpoint.ui.SyntheticSummary;
import org.stillpoint.ui.Theme;

/** What can be read on the pages of a session's result, on a display in memory. */
@NeedsFonts
class ResultTabsUiTest {

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    private static String shown(String page) {
        StringBuilder text = new StringBuilder();
        FxThread.await(() -> {
            SummaryView view = new SummaryView(SyntheticSummary.make(), () -> {});
            Scene scene = new Scene(view, 1440, 900);
            Theme.LIGHT.apply(scene);
            ((ToggleButton) view.lookup("#results-" + page)).fire();
            view.applyCss();
            view.layout();
            view.lookupAll(".label")
                    .forEach(node -> text.append(((Labeled) node).getText()).append('\n'));
            view.close();
        });
        return text.toString();
    }

    private static SessionSummary unmeasured() {
        double[] none = {};
        return new SessionSummary(
                "0123456789abcdef",
                600,
                none,
                none,
                none,
                none,
                none,
                none,
                Double.NaN,
                List.of(new Marker(0, "phase", "Settle"), new Marker(30, "phase", "Breathe")),
                List.of(),
                List.of(),
                List.of(),
                SessionResult.NONE,
                PatientCard.of(SessionResult.NONE, null),
                List.of());
    }

    @Test
    void aSessionWithoutASensorListsWhatWasDoneInPlaceOfCurves() {
        StringBuilder text = new StringBuilder();
        FxThread.await(() -> {
            SummaryView view = new SummaryView(unmeasured(), () -> {});
            Scene scene = new Scene(view, 1440, 900);
            Theme.LIGHT.apply(scene);
            view.applyCss();
            view.layout();
            view.lookup("#phase-list")
                    .lookupAll(".label")
                    .forEach(node -> text.append(((Labeled) node).getText()).append('\n'));
            text.append(view.lookup("#as-table").isVisible());
            view.close();
        });
        assertThat(text.toString())
                .contains("Settle\n0:30 min", "Breathe\n9:30 min")
                .endsWith("false");
    }

    @Test
    void aTrialTellsWhatWasVeiledApart() {
        assertThat(shown("trials"))
                .contains("mostly 2.6 to 4.9, over 228 s (95 %); with feedback 3.4, veiled 3.9")
                .contains("4.2 µV, the first baseline; with feedback 84 %, veiled 72 %; let go after 14 s")
                .contains("Not told: Rhythm (needs 64 s of its own)");
    }

    @Test
    void thePhasesHaveTheirFigures() {
        assertThat(shown("phases")).contains("Rest", "4.2 /min", "Not told, needs 64 s: RMSSD");
    }

    @Test
    void whatWasExpectedStandsBesideWhatWasMeasured() {
        assertThat(shown("answers"))
                .contains("Task 1: expected 6, measured 4.2 · did: shoulders down")
                .contains("Distress: 4 before, 2 after")
                .doesNotContain("Prediction tension");
    }

    @Test
    void answersInARowStandTogether() {
        assertThat(shown("answers")).contains("Serial sevens · Serial sevens\n1006, 999, 992\n");
    }

    @Test
    void theCardIsThereToRead() {
        assertThat(shown("card")).contains("To practise", "Stop, and breathe as you like");
    }
}

package org.stillpoint.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillpoint.care.TrialTrace;
import org.stillpoint.signal.Modality;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.Hands;
import org.stillpoint.ui.NeedsFonts;
import org.stillpoint.ui.Theme;

/** Columns by mouse and by keyboard, on a display in memory: four of them, the third has nothing to show. */
@NeedsFonts
class TrialColumnsUiTest {

    private static final double WIDTH = 430;

    private final List<String> told = new ArrayList<>();
    private TrialColumns columns;
    private Stage stage;

    private static TrialTrace trace(int part, int seconds) {
        double[] values = new double[seconds];
        Arrays.fill(values, 3 + part);
        boolean[] counted = new boolean[seconds];
        Arrays.fill(counted, true);
        return new TrialTrace(
                part, "Trial " + (part + 1), "" + (part + 1), Modality.EMG, "Muscle", "µV", 1, values, counted);
    }

    @BeforeEach
    void open() {
        FxThread.start();
        FxThread.await(() -> {
            columns = new TrialColumns(Theme.LIGHT.palette());
            columns.show(List.of(trace(0, 20), trace(1, 20), trace(2, 2), trace(3, 20)), 0);
            columns.onOpen(
                    one -> told.add("open " + one.word()),
                    (under, over) -> told.add((under == null ? "open one" : under.word()) + " under " + over.word()));
            Scene scene = new Scene(columns, WIDTH, 120);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            columns.resize(WIDTH, 120);
            columns.layout();
            columns.requestFocus();
        });
    }

    @AfterEach
    void close() {
        FxThread.await(stage::close);
    }

    private void mouse(EventType<MouseEvent> type, double column) {
        double x = 30 + (WIDTH - 30) / 4 * (column + 0.5);
        Hands.mouse(columns, type, x, 60);
    }

    private void keys(KeyCode... keys) {
        FxThread.await(() -> {
            for (KeyCode key : keys) {
                columns.key(key);
            }
        });
    }

    @Test
    void aPressOpensItsTrace() {
        mouse(MouseEvent.MOUSE_PRESSED, 1);
        mouse(MouseEvent.MOUSE_RELEASED, 1);
        assertThat(told).containsExactly("open 2");
    }

    @Test
    void draggedOntoAnotherItIsLaidOver() {
        mouse(MouseEvent.MOUSE_PRESSED, 3);
        mouse(MouseEvent.MOUSE_DRAGGED, 2);
        mouse(MouseEvent.MOUSE_DRAGGED, 0);
        mouse(MouseEvent.MOUSE_RELEASED, 0);
        assertThat(told).containsExactly("1 under 4");
    }

    @Test
    void aColumnWithNothingToShowIsNeitherOpenedNorDroppedOnto() {
        mouse(MouseEvent.MOUSE_PRESSED, 2);
        mouse(MouseEvent.MOUSE_RELEASED, 2);
        mouse(MouseEvent.MOUSE_PRESSED, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, 2);
        mouse(MouseEvent.MOUSE_RELEASED, 2);
        assertThat(told).isEmpty();
    }

    @Test
    void withKeysOneIsOpenedAndAnotherLaidOverIt() {
        keys(KeyCode.RIGHT, KeyCode.ENTER, KeyCode.RIGHT, KeyCode.C);
        assertThat(told).containsExactly("open 2", "open one under 4");
    }

    @Test
    void theChosenColumnIsReadOut() {
        keys(KeyCode.RIGHT);
        assertThat(columns.getAccessibleText()).contains("Trial 2: middle 4.0 µV, mostly 4.0 to 4.0.");
    }
}

package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.FeedbackWriter;
import org.stillpoint.training.TrainingControl.Kind;
import org.stillpoint.training.TrainingControl.Wish;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.Hands;
import org.stillpoint.ui.NeedsFonts;
import org.stillpoint.ui.SyntheticSession;
import org.stillpoint.ui.Theme;

/** The appointment's ribbon under a mouse, on a display in memory: trial 1 runs, two minutes of it have passed. */
@NeedsFonts
class RibbonUiTest {

    private final SyntheticSession session = new SyntheticSession();
    private final List<Integer> looked = new ArrayList<>();
    private AppointmentViewModel plan;
    private RibbonView ribbon;
    private Stage stage;

    @BeforeEach
    void open() {
        FxThread.start();
        session.runTo(420);
        FxThread.await(() -> {
            plan = new AppointmentViewModel(session.live.protocol().phases(), session.control, session, ZoneOffset.UTC);
            follow();
            ribbon = new RibbonView(plan, looked::add);
            Scene scene = new Scene(ribbon, 1392, 56);
            Theme.LIGHT.apply(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            ribbon.refresh();
            ribbon.resize(1392, 56);
            ribbon.layout();
        });
    }

    private void follow() {
        var newest = session.cell.blank();
        session.cell.read(newest);
        plan.follow(newest);
    }

    @AfterEach
    void close() {
        FxThread.await(stage::close);
    }

    private Bounds block(int phase) {
        Bounds[] found = new Bounds[1];
        FxThread.await(() -> {
            List<Label> blocks = ribbon.getChildren().stream()
                    .filter(node -> node.getStyleClass().contains("block"))
                    .map(Label.class::cast)
                    .toList();
            found[0] = blocks.get(phase).getBoundsInParent();
        });
        return found[0];
    }

    private void mouse(EventType<MouseEvent> type, double x) {
        Hands.mouse(ribbon, type, x, 28);
    }

    private void drag(double from, double to) {
        mouse(MouseEvent.MOUSE_PRESSED, from);
        mouse(MouseEvent.MOUSE_DRAGGED, (from + to) / 2);
        mouse(MouseEvent.MOUSE_DRAGGED, to);
        mouse(MouseEvent.MOUSE_RELEASED, to);
    }

    private Wish wish() {
        return FeedbackWriter.wish(session.control);
    }

    @Test
    void blocksAreToScale() {
        assertThat(block(4).getWidth() / block(6).getWidth()).isBetween(2.4, 2.6);
    }

    @Test
    void aDraggedEdgeAsksForAnotherLength() {
        double edge = block(4).getMaxX();
        drag(edge, edge + block(4).getWidth() / 5);
        assertThat(wish()).isEqualTo(new Wish(Kind.PHASE_LENGTH, 360, "4"));
    }

    @Test
    void aPhaseIsNotDraggedUnderItsMinimum() {
        double edge = block(3).getMaxX();
        drag(edge, block(3).getMinX() + 4);
        assertThat(wish()).isNull();
    }

    @Test
    void aPressOnALaterBlockLooksAtItsTime() {
        double middle = block(5).getCenterX();
        mouse(MouseEvent.MOUSE_PRESSED, middle);
        mouse(MouseEvent.MOUSE_RELEASED, middle);
        assertThat(looked).containsExactly(5);
    }

    @Test
    void whatIsPastIsNeitherDraggedNorLookedAt() {
        double edge = block(1).getMaxX();
        drag(edge, edge + 60);
        assertThat(wish()).isNull();
        assertThat(looked).isEmpty();
    }
}

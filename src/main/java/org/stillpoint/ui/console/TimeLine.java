package org.stillpoint.ui.console;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * Time: the length of this and later phases, what is left out, when the appointment ends. Opened by T or a press on the
 * ribbon; arrows choose and change, as + and - do, Delete leaves out, Escape closes.
 */
final class TimeLine extends HBox {

    private final AppointmentViewModel plan;
    private final Runnable changed;
    private final Label phase = Words.label("", "t15", "medium", "time-phase");
    private final Button out = new Button();
    private final TextField mustEnd = new TextField();
    private final Label wrong = Words.label("", "t13", "attention");

    /** @param changed called when another phase is looked at */
    TimeLine(SessionViewModel model, Runnable changed) {
        this.plan = model.appointment();
        this.changed = changed;
        setId("time-line");
        setAccessibleText("Time of the phases and the appointment");
        getStyleClass().addAll("note-line", "time-line", "question-line");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        phase.setId("time-phase");
        out.setId("time-out");
        out.getStyleClass().add("chip");
        out.setMinWidth(USE_PREF_SIZE);
        out.setOnAction(event -> plan.leaveOutOrTakeIn());
        mustEnd.setId("must-end");
        mustEnd.setPromptText("10:45");
        mustEnd.setAccessibleText("The appointment must end at, for instance 10:45");
        mustEnd.setOnAction(event -> end());
        mustEnd.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        Label must = Words.label("Must end at", "t13", "muted");
        must.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        chip("time-before", "←", "The phase before", () -> look(-1)),
                        phase,
                        chip("time-after", "→", "The phase after", () -> look(1)),
                        chip("time-shorter", "− 1 min  ↓", "A minute shorter, arrow down", plan::shorter),
                        chip("time-longer", "+ 1 min  ↑", "A minute longer, arrow up", plan::longer),
                        out,
                        space,
                        Stepper.of(
                                "pacer-ratio",
                                model.pacer().ratioText(),
                                "in : out",
                                new Stepper.Step("−", "Longer out-breath", model.pacer()::longerOut),
                                new Stepper.Step("+", "Longer in-breath", model.pacer()::longerIn)),
                        wrong,
                        must,
                        mustEnd,
                        chip("time-close", "Close  Esc", "Close", this::close));
        setVisible(false);
        setManaged(false);
    }

    private static Button chip(String id, String text, String words, Runnable action) {
        Button chip = new Button(text);
        chip.setId(id);
        chip.setAccessibleText(words);
        chip.getStyleClass().add("chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setOnAction(event -> action.run());
        return chip;
    }

    private void end() {
        wrong.setText(plan.mustEnd(mustEnd.getText()));
        if (wrong.getText().isEmpty()) {
            requestFocus();
        }
    }

    private void look(int step) {
        plan.choose(plan.chosen() + step);
        changed.run();
        frame();
    }

    /** Opens it at this phase. */
    void open(int at) {
        plan.choose(at);
        wrong.setText("");
        mustEnd.setText(plan.mustEnd());
        setVisible(true);
        setManaged(true);
        changed.run();
        frame();
        requestFocus();
    }

    void toggle() {
        if (isVisible()) {
            close();
        } else {
            open(plan.index());
        }
    }

    /** Closes it, if it is open. */
    void close() {
        if (!isVisible()) {
            return;
        }
        plan.letGo();
        setVisible(false);
        setManaged(false);
        changed.run();
        if (getScene() != null) {
            getScene().getRoot().requestFocus();
        }
    }

    void frame() {
        int chosen = plan.chosen();
        if (!isVisible() || chosen < 0) {
            return;
        }
        String title = plan.phases().get(chosen).title();
        String length = plan.out(chosen) ? "left out" : SessionViewModel.clockText(plan.seconds(chosen));
        phase.setText(title + "  ·  " + length);
        out.setText(plan.out(chosen) ? "Take in  Del" : "Leave out  Del");
        out.setAccessibleText(plan.out(chosen) ? "Take in again, Delete" : "Leave out, Delete");
        out.setDisable(!plan.mayLeaveOut());
    }

    /** A key while the keyboard is here; whether it was for the time. */
    boolean key(KeyCode key) {
        if (!isVisible() || !isFocusWithin()) {
            return false;
        }
        switch (key) {
            case LEFT -> look(-1);
            case RIGHT -> look(1);
            case UP, PLUS, ADD, EQUALS -> plan.longer();
            case DOWN, MINUS, SUBTRACT -> plan.shorter();
            case BACK_SPACE, DELETE -> plan.leaveOutOrTakeIn();
            case ESCAPE -> close();
            default -> {
                return false;
            }
        }
        return true;
    }
}

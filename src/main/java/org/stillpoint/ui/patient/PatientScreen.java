package org.stillpoint.ui.patient;

import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.Pulse;
import org.stillpoint.ui.SessionQuestions;
import org.stillpoint.ui.Theme;

/**
 * The patient's window: the display, its words, two keys. It names nobody, neither on it nor in its title. Space rests
 * and goes on, E says "too fast", S turns the sound off and on, ↑ and ↓ make it louder and softer, N takes another; F or F11 fills the screen, where the pointer hides. JavaFX thread only.
 */
public final class PatientScreen {

    private static final double HINT_SECONDS = 5;

    private final Stage stage;
    private final LiveSession session;
    private final Pulse pulse;
    private final PatientView view;
    private final Scene scene;
    private final Feedback newest;
    private final HBox soundHint = hint("S", "sound");
    private SoundKeys sounds;
    private final Pulse.Listener listener = this::frame;

    /** @param questions shared with the console */
    public PatientScreen(Stage stage, LiveSession session, SessionQuestions questions, Pulse pulse, Theme theme) {
        this.stage = stage;
        this.session = session;
        this.pulse = pulse;
        this.newest = session.feedback().blank();
        this.view =
                new PatientView(session, questions, theme, session.protocol().display());
        HBox hints = new HBox(16, hint("space", "rest"), hint("E", "too fast"), soundHint, hint("F", "full screen"));
        hints.setAlignment(Pos.TOP_RIGHT);
        hints.setFillHeight(false);
        hints.getStyleClass().add("hints");
        hints.setPickOnBounds(false);
        hints.setMouseTransparent(true);
        StackPane root = new StackPane(view, hints);
        scene = new Scene(root, 1440, 810);
        theme.apply(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        stage.setTitle("Stillpoint");
        stage.setFullScreenExitHint("");
        // Escape belongs to the answer first, and leaves the full screen only when nothing is asked
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.fullScreenProperty()
                .addListener((property, before, full) -> scene.setCursor(full ? Cursor.NONE : Cursor.DEFAULT));
        stage.setOnHidden(event -> pulse.remove(listener));
        fade(hints);
    }

    private static HBox hint(String key, String text) {
        Label cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        Label word = new Label(text);
        word.getStyleClass().add("hint");
        HBox hint = new HBox(8, cap, word);
        hint.setAlignment(Pos.CENTER);
        return hint;
    }

    private static void fade(HBox hints) {
        FadeTransition fade = new FadeTransition(Duration.millis(600), hints);
        fade.setToValue(0);
        new SequentialTransition(new PauseTransition(Duration.seconds(HINT_SECONDS)), fade).play();
    }

    /** Opens the window: on the second screen, filling it, when there is one. */
    public void show() {
        if (stage.getScene() != scene) {
            stage.setScene(scene);
        }
        Rectangle2D first = Screen.getPrimary().getVisualBounds();
        for (Screen screen : Screen.getScreens()) {
            if (!screen.getVisualBounds().equals(first)) {
                stage.setX(screen.getVisualBounds().getMinX());
                stage.setY(screen.getVisualBounds().getMinY());
                stage.setFullScreen(true);
            }
        }
        pulse.add(listener);
        stage.show();
    }

    /** Closes the window. */
    public void close() {
        pulse.remove(listener);
        stage.close();
    }

    /** For pictures. */
    public Scene scene() {
        return scene;
    }

    /** For choosing the display, numbers and motion. */
    public PatientView view() {
        return view;
    }

    /** Who turns the sound; without, its keys do nothing. */
    public void sounds(SoundKeys keys) {
        sounds = keys;
    }

    /** Another look. */
    public void theme(Theme theme) {
        theme.apply(scene);
        view.theme(theme);
    }

    private void frame(long frameNanos) {
        session.feedback().read(newest);
        view.show(newest, frameNanos);
        // there S stops or leaves out what is asked
        soundHint.setVisible(!view.asks());
        soundHint.setManaged(!view.asks());
    }

    private boolean sound(KeyCode key) {
        switch (key) {
            case S -> sounds.onOff();
            case UP -> sounds.louder(true);
            case DOWN -> sounds.louder(false);
            case N -> sounds.another();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void pressed(KeyEvent event) {
        KeyCode key = event.getCode();
        if (scene.getFocusOwner() instanceof TextInputControl) {
            return;
        }
        if (view.answer(key)) {
            event.consume();
            return;
        }
        if (key == KeyCode.SPACE) {
            if (newest.state() == Feedback.State.HELD) {
                session.control().resume();
            } else {
                session.control().hold();
            }
        } else if (key == KeyCode.E) {
            session.control().tooFast();
        } else if (key == KeyCode.F || key == KeyCode.F11) {
            stage.setFullScreen(!stage.isFullScreen());
        } else if (key == KeyCode.ESCAPE && stage.isFullScreen()) {
            stage.setFullScreen(false);
        } else if (sounds == null || !sound(key)) {
            return;
        }
        event.consume();
    }
}

package org.stillpoint.ui.console;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.stillpoint.acquisition.Clock;

/**
 * The keys of a running session: space hold and continue, → next, X skip, R repeat, + one minute more, - one less, T time and
 * the appointment's end, F make it fit, 1 to 9 a mark at once, M a mark with a note, V veil while held down or until tapped
 * again, E too fast, Q the question that is asked, A the patient agrees, G the resonance sheet, O one screen, ↓ ↑ pacer, S
 * sounds off and on, P the patient's window. In a field that is typed into they are letters. JavaFX thread only.
 */
final class ConsoleKeys {

    private final ConsoleViewModel model;
    private final ConsoleView view;
    private final SessionActions actions;
    private final ConsoleSound sound;
    private final Clock clock;
    private final VeilKey veilKey = new VeilKey(this::veil);
    private boolean acted;

    ConsoleKeys(ConsoleViewModel model, ConsoleView view, SessionActions actions, ConsoleSound sound, Clock clock) {
        this.model = model;
        this.view = view;
        this.actions = actions;
        this.sound = sound;
        this.clock = clock;
    }

    void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> released(scene, event));
    }

    private void pressed(Scene scene, KeyEvent event) {
        acted = false;
        SessionViewModel running = model.session().get();
        if (running == null || event.isShortcutDown() || scene.getFocusOwner() instanceof TextInputControl) {
            return;
        }
        if (view.session().answers(event.getCode()) || act(running, event)) {
            acted = true;
            event.consume();
        }
    }

    /** A key that opened a line to write in is not its first letter. */
    private void typed(KeyEvent event) {
        if (acted) {
            event.consume();
        }
    }

    private boolean act(SessionViewModel running, KeyEvent event) {
        KeyCode key = event.getCode();
        switch (key) {
            case SPACE -> running.holdOrContinue();
            case RIGHT -> running.next();
            case PLUS, ADD -> running.oneMoreMinute();
            case MINUS, SUBTRACT -> running.appointment().oneMinuteLess();
            case UP -> running.pacer().faster();
            case DOWN -> running.pacer().slower();
            case M -> view.session().toggleNote();
            case T -> view.session().toggleTime();
            case O -> actions.oneScreen();
            case G -> view.session().toggleSheet();
            case F -> running.appointment().fit();
            case Q -> view.session().toQuestion();
            case E -> running.tooFast();
            case P -> actions.patientWindow();
            case S -> sound.onOff();
            case X -> running.skip();
            case R -> running.repeatPhase();
            case V -> veilKey.press(clock.nanos(), running.veiled().get());
            default -> {
                if ("+".equals(event.getText())) {
                    running.oneMoreMinute();
                } else if (key.isDigitKey() && event.getText().matches("[1-9]")) {
                    running.quickMark(event.getText().charAt(0) - '0');
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    private void veil(boolean on) {
        if (model.session().get() != null) {
            model.session().get().veil(on);
        }
    }

    private void released(Scene scene, KeyEvent event) {
        if (event.getCode() == KeyCode.V && veilKey.release(clock.nanos())) {
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE
                && model.session().get() != null
                && !(scene.getFocusOwner() instanceof TextInputControl)) {
            // A focused button would fire on the release.
            event.consume();
        }
    }
}

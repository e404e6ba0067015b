package org.stillpoint.ui;

import static org.awaitility.Awaitility.await;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Uses a scene as a person does, by the ids of its nodes; independent of who started JavaFX and of the pointer. */
public final class Hands {

    private final Scene scene;

    public Hands(Scene scene) {
        this.scene = scene;
    }

    /** Waits until the button is there, visible and enabled, and presses it. */
    public void click(String id) {
        await().until(() -> on(() -> {
            Node node = scene.lookup(id);
            return node instanceof ButtonBase && !node.isDisabled() && seen(node);
        }));
        FxThread.await(() -> {
            Node button = scene.lookup(id);
            button.requestFocus();
            ((ButtonBase) button).fire();
        });
    }

    private static boolean seen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Writes into the field and presses Enter. */
    public void write(String id, String text) {
        FxThread.await(() -> {
            TextInputControl field = (TextInputControl) scene.lookup(id);
            field.requestFocus();
            field.setText(text);
        });
        type(KeyCode.ENTER);
    }

    public void type(KeyCode key) {
        press(key);
        release(key);
    }

    /** A letter as a keyboard gives it: what it types goes to whoever has the focus after the press. */
    public void letter(KeyCode key) {
        press(key);
        FxThread.await(() -> {
            EventTarget target = scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
            String text = key.getName().toLowerCase(java.util.Locale.ROOT);
            Event.fireEvent(
                    target,
                    new KeyEvent(KeyEvent.KEY_TYPED, text, text, KeyCode.UNDEFINED, false, false, false, false));
        });
        release(key);
    }

    public void press(KeyCode key) {
        fire(KeyEvent.KEY_PRESSED, key);
    }

    public void release(KeyCode key) {
        fire(KeyEvent.KEY_RELEASED, key);
    }

    private void fire(EventType<KeyEvent> type, KeyCode key) {
        FxThread.await(() -> {
            EventTarget target = scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
            String text = key.isDigitKey() ? key.getName() : "";
            Event.fireEvent(target, new KeyEvent(type, text, text, key, false, false, false, false));
        });
    }

    /** The first mouse button over a node, at a place within it. */
    public static void mouse(Node node, EventType<MouseEvent> type, double x, double y) {
        boolean no = false;
        MouseEvent event = new MouseEvent(
                type, x, y, x, y, MouseButton.PRIMARY, 1, no, no, no, no, true, no, no, no, no, no, null);
        FxThread.await(() -> Event.fireEvent(node, event));
    }

    /** The answer to a question, asked on the JavaFX thread. */
    public static boolean on(java.util.function.BooleanSupplier question) {
        boolean[] answer = new boolean[1];
        FxThread.await(() -> answer[0] = question.getAsBoolean());
        return answer[0];
    }
}

package org.stillpoint.ui;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.stillpoint.training.Question;
import org.stillpoint.training.Question.Takes;

/**
 * The keyboard of a question, the same wherever it is asked: digits choose or type, arrows change a rating or go from key
 * to key, Tab goes from key to key, Enter presses the key that has the focus or gives the answer, Backspace takes the last
 * back, Escape takes all back. JavaFX thread only.
 */
public final class AnswerKeys {

    private AnswerKeys() {}

    /**
     * Handles a key.
     *
     * @param buttons the keys on the screen, in their order
     * @return whether it was for the question
     */
    public static boolean press(SessionQuestions questions, KeyCode code, List<Button> buttons) {
        Question asked = questions.question().orElse(null);
        if (asked == null) {
            return false;
        }
        int digit = digit(code);
        if (digit >= 0) {
            questions.draft().digit(digit);
            return true;
        }
        switch (code) {
            case ENTER -> enter(questions, asked, buttons);
            case BACK_SPACE -> questions.draft().back();
            case ESCAPE -> questions.draft().clear();
            case TAB -> {
                if (asked.takes() == Takes.WORDS) {
                    return false;
                }
                walk(buttons, 1);
            }
            case LEFT, RIGHT -> {
                int by = code == KeyCode.RIGHT ? 1 : -1;
                if (asked.takes() == Takes.RATING) {
                    questions.draft().pick(questions.draft().number() + by);
                } else {
                    walk(buttons, by);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void enter(SessionQuestions questions, Question asked, List<Button> buttons) {
        Button focused = buttons.stream().filter(Button::isFocused).findFirst().orElse(null);
        boolean types = asked.takes() == Takes.NUMBER || asked.takes() == Takes.NUMBERS;
        if (focused != null && !types) {
            focused.fire();
        } else {
            questions.give();
        }
    }

    private static void walk(List<Button> buttons, int by) {
        int now = -1;
        for (int i = 0; i < buttons.size(); i++) {
            now = buttons.get(i).isFocused() ? i : now;
        }
        int next = now;
        for (int tries = 0; tries < buttons.size(); tries++) {
            next = next < 0 && by < 0 ? buttons.size() - 1 : Math.floorMod(next + by, buttons.size());
            if (!buttons.get(next).isDisabled()) {
                buttons.get(next).requestFocus();
                return;
            }
        }
    }

    /** The digit of a key, above the letters or on the pad; -1 when it is none. */
    public static int digit(KeyCode code) {
        if (!code.isDigitKey()) {
            return -1;
        }
        String name = code.getName();
        return name.charAt(name.length() - 1) - '0';
    }
}

package org.stillpoint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.stillpoint.training.Question;
import org.stillpoint.training.Question.Takes;

/** An answer that is being chosen or typed and is not given yet; until then all of it can be taken back. One thread. */
public final class Draft {

    private static final int MOST_DIGITS = 6;

    private final Question question;
    private final List<Integer> chosen = new ArrayList<>();
    private final StringBuilder typed = new StringBuilder();
    private int number = -1;

    /** @param remembered words that are chosen to begin with, commas between them; what is no choice is passed over */
    Draft(Question question, String remembered) {
        this.question = question;
        for (String word : remembered.split(",")) {
            int choice = question.choice(word);
            if (choice >= 0 && question.takes().chooses()) {
                press(choice);
            }
        }
    }

    /** The number of a rating that is chosen; -1 = none. */
    public int number() {
        return number;
    }

    /** Whether this choice is chosen. */
    public boolean chosen(int choice) {
        return chosen.contains(choice);
    }

    /** Digits or free words so far. */
    public String typed() {
        return typed.toString();
    }

    /** Chooses a number of a rating; one out of range is the nearest. */
    public void pick(int wanted) {
        number = Math.max(0, Math.min(Question.MOST, wanted));
    }

    /** A choice was pressed: it is chosen, or no longer; of a question that takes one, the newest is. */
    public void press(int choice) {
        if (chosen.remove((Integer) choice)) {
            return;
        }
        if (question.takes() != Takes.SEVERAL) {
            chosen.clear();
        }
        chosen.add(choice);
    }

    /** A digit was pressed: of a rating 1 and then 0 make 10; a choice is counted from 1; a number grows by it. */
    public void digit(int digit) {
        switch (question.takes()) {
            case RATING -> number = digit == 0 && number == 1 ? Question.MOST : digit;
            case NUMBER, NUMBERS -> {
                if (typed.length() < MOST_DIGITS) {
                    typed.append(digit);
                }
            }
            default -> {
                if (digit >= 1 && digit <= question.choices().size()) {
                    press(digit - 1);
                }
            }
        }
    }

    /** Free words as they stand now. */
    public void type(String words) {
        typed.setLength(0);
        typed.append(words);
    }

    /** Takes the last digit or the last choice back. */
    public void back() {
        number = -1;
        if (typed.length() > 0) {
            typed.setLength(typed.length() - 1);
        }
        if (!chosen.isEmpty()) {
            chosen.remove(chosen.size() - 1);
        }
    }

    /** Takes everything back. */
    public void clear() {
        number = -1;
        typed.setLength(0);
        chosen.clear();
    }

    /** Whether it is an answer as it is. */
    public boolean ready() {
        return switch (question.takes()) {
            case RATING -> number >= 0;
            case NUMBER, NUMBERS -> takes(typed.toString());
            case ONE, YES_NO -> !chosen.isEmpty();
            case SEVERAL -> !chosen.isEmpty() || !question.none().isEmpty();
            case STOP -> true;
            case WORDS -> takes(typed.toString());
        };
    }

    /** Whether the key that gives says that there is none of the choices. */
    public boolean none() {
        return question.takes() == Takes.SEVERAL
                && chosen.isEmpty()
                && !question.none().isEmpty();
    }

    /** Whether these words answer the question; a number must lie within its range. */
    boolean takes(String words) {
        if (question.takes() != Takes.NUMBER && question.takes() != Takes.NUMBERS) {
            return !words.isBlank();
        }
        String digits = words.strip();
        if (!digits.matches("\\d{1," + MOST_DIGITS + "}")) {
            return false;
        }
        int value = Integer.parseInt(digits);
        return value >= question.from() && value <= question.to();
    }

    /** The answer in words, in the order of the choices. */
    String words() {
        return switch (question.takes()) {
            case NUMBER, NUMBERS, WORDS -> typed.toString();
            case STOP -> question.asks();
            default ->
                none()
                        ? Question.NONE
                        : String.join(
                                ", ",
                                new TreeSet<>(chosen)
                                        .stream().map(question.choices()::get).toList());
        };
    }
}

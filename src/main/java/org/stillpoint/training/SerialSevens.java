package org.stillpoint.training;

/**
 * Taking seven away again and again: what was typed, and how much of it follows from the number before. One thread.
 *
 * <p>Each answer is judged from the one before it, so that one slip is one slip. What is no number is not counted.
 */
public final class SerialSevens {

    private static final int AWAY = 7;

    private final int start;
    private int before;
    private int answers;
    private int correct;

    /** @param start the number that the person begins from */
    public SerialSevens(int start) {
        this.start = start;
        before = start;
    }

    public int start() {
        return start;
    }

    /**
     * What was typed, spaces around it allowed.
     *
     * @return whether it was a number and counted
     */
    public boolean answer(String typed) {
        String digits = typed.strip();
        if (!digits.matches("-?\\d{1,6}")) {
            return false;
        }
        int number = Integer.parseInt(digits);
        answers++;
        correct += number == before - AWAY ? 1 : 0;
        before = number;
        return true;
    }

    public int answers() {
        return answers;
    }

    public int correct() {
        return correct;
    }
}

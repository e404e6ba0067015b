package org.stillpoint.app;

/** Some rows of a table in their order: the wanted columns as numbers or words, and the time of each row. */
final class RowBlock {

    static final int ROWS = 1 << 15;

    private final double[][] numbers;
    private final String[][] words;
    private final double[] times;
    private int rows;

    RowBlock(int numberColumns, int wordColumns) {
        numbers = new double[numberColumns][ROWS];
        words = new String[wordColumns][ROWS];
        times = new double[ROWS];
    }

    int rows() {
        return rows;
    }

    boolean full() {
        return rows == ROWS;
    }

    void number(int column, double value) {
        numbers[column][rows] = value;
    }

    void word(int column, String value) {
        words[column][rows] = value;
    }

    /** The row is whole; the next begins. */
    void end() {
        rows++;
    }

    /** Takes a row of another block, or one without any value when there is no block. */
    void take(RowBlock from, int row, double time) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i][rows] = from == null ? Double.NaN : from.numbers[i][row];
        }
        for (int i = 0; i < words.length; i++) {
            words[i][rows] = from == null ? "" : from.words[i][row];
        }
        times[rows++] = time;
    }

    double[] numbers(int column) {
        return numbers[column];
    }

    String[] words(int column) {
        return words[column];
    }

    /** Seconds since the first row; to be filled by whoever knows the clock. */
    double[] times() {
        return times;
    }
}

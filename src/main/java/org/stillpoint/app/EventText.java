package org.stillpoint.app;

/** Rows of events as CSV: times with six decimals on the table's own clock, empty where there is none. */
final class EventText {

    private final StringBuilder text = new StringBuilder();
    private final double start;
    private boolean first = true;

    /** @param start what the table's clock shows where these times are 0 */
    EventText(String header, double start) {
        this.start = start;
        text.append(header).append('\n');
    }

    void times(double... seconds) {
        for (double one : seconds) {
            value(one + start);
        }
    }

    void value(double value) {
        if (!first) {
            text.append(',');
        }
        first = false;
        text.append(Seconds.text(value, 6));
    }

    void word(String word) {
        text.append(',').append(quoted(word));
    }

    void end() {
        text.append('\n');
        first = true;
    }

    private static String quoted(String word) {
        return word.indexOf(',') < 0 && word.indexOf('"') < 0 ? word : '"' + word.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

package org.stillpoint.device;

import java.nio.charset.StandardCharsets;

/**
 * One line of text taken apart into fields: numbers with or without a label, or nothing but words.
 *
 * <p>Separators are blank, TAB, comma and semicolon. A field is a number; {@code nan inf ovf} = no value;
 * {@code label:number} or {@code label=number}; or a label ({@code label:}, {@code label=}, a bare word) followed by a
 * number. A label holds a letter, so that a time of day is not taken for one. Anything else makes the line none of ours.
 * Works in place on the bytes it is given; no allocation but for numbers of more than 15 digits.
 */
final class TextLine {

    /** What a line is. */
    enum Kind {
        DATA,
        HEADER,
        OTHER
    }

    private enum Token {
        NUMBER,
        PAIR,
        LABEL,
        WORD,
        BAD
    }

    /** A line of the longest length has at most so many fields. */
    private static final int MOST_FIELDS = TextLineDecoder.LONGEST / 2 + 1;

    private final double[] values = new double[MOST_FIELDS];
    private final int[] labelFrom = new int[MOST_FIELDS];
    private final int[] labelTo = new int[MOST_FIELDS];
    private byte[] line = {};
    private int fields;

    /** Value of the token just classified, when it holds one. */
    private double value;

    /** End of the label of the token just classified, when it holds one. */
    private int labelEnd;

    /**
     * Takes a line without its end apart. Its bytes must stay as they are while the fields are read. Of a header the
     * fields are its words, without values.
     */
    Kind read(byte[] bytes, int length) {
        line = bytes;
        fields = 0;
        if (length > 0 && bytes[0] == '#') {
            return Kind.OTHER;
        }
        boolean onlyWords = true;
        boolean labelWaits = false;
        boolean broken = false;
        for (int i = blanks(0, length); i < length; i = blanks(i, length)) {
            int from = i;
            while (i < length && !separator(line[i])) {
                i++;
            }
            Token token = classify(from, i);
            broken |= token == Token.BAD || labelWaits && token != Token.NUMBER && !(onlyWords && token == Token.WORD);
            onlyWords &= token == Token.WORD;
            if (labelWaits && token == Token.NUMBER) {
                values[fields - 1] = value;
                // words in front of the last one belong to nobody
                broken |= fields > 1 && Double.isInfinite(values[fields - 2]);
                labelWaits = false;
            } else {
                labelWaits = token == Token.LABEL || token == Token.WORD;
                values[fields] = labelWaits ? Double.POSITIVE_INFINITY : value;
                labelFrom[fields] = from;
                labelTo[fields++] = token == Token.NUMBER ? from : labelEnd;
            }
        }
        if (fields == 0 || broken || labelWaits && !onlyWords) {
            return Kind.OTHER;
        }
        return onlyWords ? Kind.HEADER : Kind.DATA;
    }

    int fields() {
        return fields;
    }

    /** NaN = no value. */
    double value(int field) {
        return values[field];
    }

    boolean labelled(int field) {
        return labelTo[field] > labelFrom[field];
    }

    /** Label of a field, empty when it has none. */
    String label(int field) {
        return new String(line, labelFrom[field], labelTo[field] - labelFrom[field], StandardCharsets.US_ASCII);
    }

    /** Whether a field's label is this one, given in lower case; letter case does not count. */
    boolean labelIs(int field, byte[] lowerCase) {
        int from = labelFrom[field];
        if (labelTo[field] - from != lowerCase.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            byte b = line[from + i];
            if ((b >= 'A' && b <= 'Z' ? b | 0x20 : b) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    private Token classify(int from, int to) {
        if (number(from, to)) {
            return Token.NUMBER;
        }
        int colon = from;
        while (colon < to && line[colon] != ':' && line[colon] != '=') {
            colon++;
        }
        labelEnd = colon;
        if (!printableWithLetter(from, colon)) {
            return Token.BAD;
        }
        if (colon == to) {
            return word(from, to) ? Token.WORD : Token.BAD;
        }
        if (colon + 1 == to) {
            return Token.LABEL;
        }
        return number(colon + 1, to) ? Token.PAIR : Token.BAD;
    }

    /** Whether this is a number or one of the words for none; then {@link #value} holds it. */
    private boolean number(int from, int to) {
        if (DecimalBytes.matches(line, from, to)) {
            value = DecimalBytes.parse(line, from, to);
            value = Double.isInfinite(value) ? Double.NaN : value;
            return true;
        }
        value = Double.NaN;
        int start = to - from == 4 && (line[from] == '-' || line[from] == '+') ? from + 1 : from;
        return to - start == 3 && (is(start, 'n', 'a', 'n') || is(start, 'i', 'n', 'f') || is(start, 'o', 'v', 'f'));
    }

    private boolean is(int from, char a, char b, char c) {
        return (line[from] | 0x20) == a && (line[from + 1] | 0x20) == b && (line[from + 2] | 0x20) == c;
    }

    private boolean printableWithLetter(int from, int to) {
        boolean letter = false;
        for (int i = from; i < to; i++) {
            if (line[i] <= ' ' || line[i] > '~') {
                return false;
            }
            letter |= letter(line[i]);
        }
        return letter;
    }

    /** A letter first, then letters, digits and what units are written with. */
    private boolean word(int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = line[i];
            boolean inner = b >= '0' && b <= '9' || "-%/()".indexOf(b) >= 0;
            if (!letter(b) && (i == from || !inner)) {
                return false;
            }
        }
        return true;
    }

    private static boolean letter(byte b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z' || b == '_';
    }

    private int blanks(int from, int length) {
        int i = from;
        while (i < length && separator(line[i])) {
            i++;
        }
        return i;
    }

    private static boolean separator(byte b) {
        return b == ' ' || b == '\t' || b == ',' || b == ';';
    }
}

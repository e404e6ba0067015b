package org.stillpoint.device;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Samples out of lines of text, as any sketch for a serial plotter prints them.
 *
 * <p>A line ends with LF, a CR before it is dropped; without LF nothing is decoded, because a cut number would be wrong.
 * A channel is found by its label; in lines without labels by the header's column names, or else by its position.
 * A line that lacks a channel gives NaN for it. Lines that are not data are counted and the newest kept for a support
 * log; one of more than {@link #LONGEST} bytes is dropped whole and counted once. There is no counter, so no loss can be
 * seen here. One thread; {@code feed} allocates only for numbers of more than 15 digits.
 */
public final class TextLineDecoder implements FrameDecoder {

    /** Longest line in bytes, its LF not counted. */
    public static final int LONGEST = 1000;

    private static final int UNKNOWN = -1;

    private final boolean skipFirstLine;
    private final byte[][] labels;
    private final byte[][] ids;
    private final int[] positions;
    private final int[] headerColumns;
    private final double[] codes;
    private final TextLine line = new TextLine();
    private final RecentTexts ignored = new RecentTexts();
    private final byte[] buffer = new byte[LONGEST];
    private int held;
    private boolean first;
    private boolean overlong;
    private int headerFields;
    private long samples;
    private long ignoredLines;

    /**
     * @param ids a second name for every label, usually the channel's id
     * @param fields for every channel its label, or its position counted from 1
     * @param skipFirstLine whether the first line after opening is dropped, because it may be cut
     */
    public TextLineDecoder(List<String> ids, List<String> fields, boolean skipFirstLine) {
        this.skipFirstLine = skipFirstLine;
        int channels = fields.size();
        this.labels = new byte[channels][];
        this.ids = new byte[channels][];
        this.positions = new int[channels];
        this.headerColumns = new int[channels];
        this.codes = new double[channels];
        for (int i = 0; i < channels; i++) {
            boolean position = isPosition(fields.get(i));
            labels[i] = position ? null : lowerCase(fields.get(i));
            this.ids[i] = lowerCase(ids.get(i));
            positions[i] = position ? Integer.parseInt(fields.get(i)) - 1 : i;
        }
        start();
    }

    /** Whether a field names a position, 1 … 999, and not a label. */
    static boolean isPosition(String field) {
        return field.matches("[1-9][0-9]{0,2}");
    }

    /** Number of fields of the line given out last, or of the header. */
    public int lineFields() {
        return line.fields();
    }

    /** Label of a field of the line given out last; empty when it has none. */
    public String lineLabel(int field) {
        return line.label(field);
    }

    /** Value of a field of the line given out last; NaN = no value. */
    public double lineValue(int field) {
        return line.value(field);
    }

    /** The newest ignored lines, oldest first: at most 8 of at most 120 characters, printable ASCII only. */
    public List<String> ignoredTexts() {
        return ignored.texts();
    }

    @Override
    public void feed(byte[] bytes, int offset, int length, SampleSink sink) {
        for (int i = offset; i < offset + length; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                endLine(sink);
            } else if (!overlong) {
                if (held == LONGEST) {
                    ignore();
                    overlong = true;
                    held = 0;
                } else {
                    buffer[held++] = b;
                }
            }
        }
    }

    private void endLine(SampleSink sink) {
        int length = held > 0 && buffer[held - 1] == '\r' ? held - 1 : held;
        held = length;
        if (overlong) {
            overlong = false;
        } else if (first) {
            ignore();
        } else {
            TextLine.Kind kind = line.read(buffer, length);
            if (kind == TextLine.Kind.DATA) {
                assign();
                samples++;
                sink.sample(codes);
            } else {
                ignore();
                if (kind == TextLine.Kind.HEADER) {
                    readHeader();
                }
            }
        }
        first = false;
        held = 0;
    }

    private void ignore() {
        ignoredLines++;
        ignored.add(buffer, held);
    }

    /** Takes column names, when at least one is a channel's; other words leave the columns as they are. */
    private void readHeader() {
        boolean known = false;
        for (int c = 0; c < codes.length; c++) {
            known |= labels[c] != null && column(c) != UNKNOWN;
        }
        if (known) {
            headerFields = line.fields();
            for (int c = 0; c < codes.length; c++) {
                headerColumns[c] = labels[c] == null ? positions[c] : column(c);
            }
        }
    }

    private void assign() {
        boolean named = headerFields == line.fields();
        for (int c = 0; c < codes.length; c++) {
            int field = labels[c] == null ? positions[c] : column(c);
            if (field == UNKNOWN) {
                int unnamed = named ? headerColumns[c] : positions[c];
                field = unnamed >= 0 && unnamed < line.fields() && !line.labelled(unnamed) ? unnamed : UNKNOWN;
            }
            codes[c] = field >= 0 && field < line.fields() ? line.value(field) : Double.NaN;
        }
    }

    /** Field of the line whose label is this channel's. */
    private int column(int channel) {
        for (int field = 0; field < line.fields(); field++) {
            if (line.labelIs(field, labels[channel])) {
                return field;
            }
        }
        for (int field = 0; field < line.fields(); field++) {
            if (line.labelIs(field, ids[channel])) {
                return field;
            }
        }
        return UNKNOWN;
    }

    private void start() {
        held = 0;
        overlong = false;
        first = skipFirstLine;
        headerFields = UNKNOWN;
        Arrays.fill(headerColumns, UNKNOWN);
    }

    @Override
    public void reset() {
        start();
    }

    @Override
    public long frames() {
        return samples;
    }

    @Override
    public long lostSamples() {
        return 0;
    }

    /** Ignored lines. */
    @Override
    public long discarded() {
        return ignoredLines;
    }

    @Override
    public int pendingBytes() {
        return held;
    }

    private static byte[] lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    }
}

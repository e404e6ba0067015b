package org.stillpoint.app;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Text for a person's terminal: control characters, which could come from a file, a device or an argument and move the
 * cursor or change the window, are written as {@code ?}. Tabs and line ends pass.
 */
final class PrintableWriter extends FilterWriter {

    PrintableWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        boolean passes = c == '\n' || c == '\t' || c == '\r' || !Character.isISOControl(c);
        out.write(passes ? c : '?');
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text[i]);
        }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text.charAt(i));
        }
    }
}

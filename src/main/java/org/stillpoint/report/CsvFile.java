package org.stillpoint.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.stillpoint.signal.Decimals;

/**
 * Writes a CSV file (RFC 4180 quoting, UTF-8, LF) cell by cell, in constant memory, and knows its SHA-256.
 *
 * <p>Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers are written as numbers, the
 * shortest decimal that reads back. One thread.
 */
final class CsvFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int ROOM = 64;
    private static final String FORMULA_STARTS = "=+-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20";

    private final DigestOutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final StringBuilder decimal = new StringBuilder(32);
    private int used;
    private boolean rowBegun;

    CsvFile(Path file, String... columns) throws IOException {
        try {
            OutputStream plain = Files.newOutputStream(file);
            out = new DigestOutputStream(plain, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        for (String column : columns) {
            text(column);
        }
        end();
    }

    /** A cell of a person's or a program's words. */
    CsvFile text(String words) throws IOException {
        String safe = !words.isEmpty() && FORMULA_STARTS.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
        boolean quoted =
                safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0 || safe.indexOf('\n') >= 0 || safe.indexOf('\r') >= 0;
        return cell((quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe).getBytes(StandardCharsets.UTF_8));
    }

    /** A number; NaN is an empty cell. */
    CsvFile number(double value) throws IOException {
        separate();
        decimal.setLength(0);
        Decimals.append(decimal, value);
        return append(decimal);
    }

    CsvFile number(long value) throws IOException {
        separate();
        decimal.setLength(0);
        return append(decimal.append(value));
    }

    /** A time, to the microsecond. */
    CsvFile seconds(double seconds) throws IOException {
        separate();
        if (!Double.isFinite(seconds)) {
            return this;
        }
        decimal.setLength(0);
        long micros = Math.round(seconds * 1e6);
        if (micros < 0) {
            decimal.append('-');
        }
        decimal.append(Math.abs(micros / 1_000_000));
        int fraction = (int) Math.abs(micros % 1_000_000);
        if (fraction != 0) {
            decimal.append('.');
            for (int unit = 100_000; fraction > 0; unit /= 10) {
                decimal.append((char) ('0' + fraction / unit));
                fraction %= unit;
            }
        }
        return append(decimal);
    }

    /** An empty cell. */
    CsvFile empty() throws IOException {
        separate();
        return this;
    }

    /** A cell that is ready, in ASCII. */
    CsvFile cell(byte[] ready) throws IOException {
        separate();
        if (used + ready.length > BUFFER) {
            flush();
        }
        if (ready.length > BUFFER) {
            out.write(ready);
            return this;
        }
        System.arraycopy(ready, 0, buffer, used, ready.length);
        used += ready.length;
        return this;
    }

    private CsvFile append(CharSequence ascii) throws IOException {
        int length = ascii.length();
        if (used + length > BUFFER) {
            flush();
        }
        for (int i = 0; i < length; i++) {
            buffer[used++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    private void separate() throws IOException {
        if (used + ROOM > BUFFER) {
            flush();
        }
        if (rowBegun) {
            buffer[used++] = ',';
        }
        rowBegun = true;
    }

    /** Ends the row. */
    void end() throws IOException {
        if (used == BUFFER) {
            flush();
        }
        buffer[used++] = '\n';
        rowBegun = false;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    /** Digest of the file; only after {@link #close}. */
    String sha256() {
        return HexFormat.of().formatHex(out.getMessageDigest().digest());
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}

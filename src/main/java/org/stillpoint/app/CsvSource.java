package org.stillpoint.app;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens a table, packed by gzip or not (its first bytes tell), and puts what goes wrong into words. */
final class CsvSource {

    private CsvSource() {}

    static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder, not a file");
        }
        PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), 2);
        byte[] first = in.readNBytes(2);
        in.unread(first);
        boolean packed = first.length == 2 && first[0] == 0x1f && first[1] == (byte) 0x8b;
        return packed ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /** What an exception means for the person who named the file; without a full stop. */
    static String words(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "you may not read it";
        }
        if (e instanceof EOFException) {
            return "it ends in the middle of its packed data: it was cut off, copy it again";
        }
        if (e instanceof ZipException) {
            return "its packed data are damaged (" + e.getMessage() + "): copy it again";
        }
        if (e instanceof CharacterCodingException) {
            return "it is not written in UTF-8";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}

package org.stillpoint.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several files that are written all or not at all: each into a neighbour first, then moved; should a move fail, what was
 * there before comes back. What is no plain file (a pipe, a device) is written to as it is.
 */
final class OutputFiles {

    private final Map<Path, String> texts = new LinkedHashMap<>();

    /** @param to may be null: then nothing is written */
    void add(Path to, String text) {
        if (to != null) {
            texts.put(to, text);
        }
    }

    /** Why a file cannot be written, as a sentence; empty when it seems that it can. */
    static String complaint(Path to) {
        Path folder = to.toAbsolutePath().getParent();
        if (Files.isDirectory(to)) {
            return to + " is a folder: name a file.";
        }
        if (folder == null || !Files.isDirectory(folder)) {
            return "There is no folder " + folder + " to write " + to.getFileName() + " into.";
        }
        if (plain(to) && !Files.isWritable(folder)) {
            return "You may not write into the folder " + folder + ".";
        }
        return "";
    }

    /** Whether two names mean one file. */
    static boolean same(Path a, Path b) {
        try {
            return plain(a)
                    && (a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize())
                            || Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean plain(Path to) {
        Path whole = to.toAbsolutePath();
        // these are links to whatever standard output is, which may be a plain file
        boolean stream = whole.startsWith("/proc") || whole.startsWith("/dev") && Files.isSymbolicLink(whole);
        return !stream && (!Files.exists(to) || Files.isRegularFile(to));
    }

    /** What may stop a move. */
    interface BeforeMove {
        void check(Path to) throws IOException;
    }

    void write() throws IOException {
        write(to -> {});
    }

    /** @param before asked for each file when its turn comes to be moved into its place */
    void write(BeforeMove before) throws IOException {
        Map<Path, Path> neighbours = new LinkedHashMap<>();
        List<Path> direct = new ArrayList<>();
        Deque<Path[]> moved = new ArrayDeque<>();
        boolean whole = false;
        try {
            for (Path to : texts.keySet()) {
                if (plain(to)) {
                    Path real = Files.exists(to) ? to.toRealPath() : to.toAbsolutePath();
                    Path part = free(real, ".part");
                    neighbours.put(real, part);
                    Files.write(part, texts.get(to).getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
                } else {
                    direct.add(to);
                }
            }
            for (Map.Entry<Path, Path> one : neighbours.entrySet()) {
                moved.push(new Path[] {one.getKey(), kept(one.getKey())});
                before.check(one.getKey());
                Files.move(one.getValue(), one.getKey(), StandardCopyOption.REPLACE_EXISTING);
            }
            for (Path to : direct) {
                try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.WRITE)) {
                    out.write(texts.get(to).getBytes(StandardCharsets.UTF_8));
                }
            }
            whole = true;
        } finally {
            while (!moved.isEmpty()) {
                undo(moved.pop(), whole);
            }
            for (Path part : neighbours.values()) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** A second name for what is there, so that it is never missing; null when nothing is there. */
    private static Path kept(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        Path kept = free(file, ".old");
        try {
            return Files.createLink(kept, file);
        } catch (UnsupportedOperationException | IOException e) {
            return Files.copy(file, kept);
        }
    }

    private static void undo(Path[] fileAndKept, boolean whole) throws IOException {
        Path kept = fileAndKept[1];
        if (whole) {
            if (kept != null) {
                Files.deleteIfExists(kept);
            }
        } else if (kept != null) {
            Files.move(kept, fileAndKept[0], StandardCopyOption.REPLACE_EXISTING);
        } else if (!Files.isDirectory(fileAndKept[0])) {
            Files.deleteIfExists(fileAndKept[0]);
        }
    }

    private static Path free(Path file, String ending) throws IOException {
        for (int i = 0; i < 1000; i++) {
            Path name = file.resolveSibling(
                    "." + file.getFileName() + "." + ProcessHandle.current().pid() + "-" + i + ending);
            if (!Files.exists(name, LinkOption.NOFOLLOW_LINKS)) {
                return name;
            }
        }
        throw new FileAlreadyExistsException(file.toString());
    }
}

package org.stillpoint.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one exported session: written as a hidden neighbour and moved into place when it is whole; removed when it
 * never became so. An earlier export of the same session is replaced, any other folder of that name is left alone.
 */
final class ExportFolder implements AutoCloseable {

    private static final String DESCRIPTION = "session.json";

    private final Path target;
    private final Path working;
    private final List<String> names = new ArrayList<>();

    ExportFolder(Path parent, String name) throws IOException {
        Files.createDirectories(parent);
        target = parent.resolve(name);
        if (Files.exists(target) && !Files.isRegularFile(target.resolve(DESCRIPTION))) {
            throw new FileAlreadyExistsException(target.toString(), null, "there is something else of that name");
        }
        working = Files.createTempDirectory(parent, "." + name + "-");
    }

    /** Place of a file while it is being written. */
    Path path(String name) {
        names.add(name);
        return working.resolve(name);
    }

    /** Writes a whole file. @return its digest */
    String write(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Files.write(path(name), bytes);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Moves the folder into place. @return the files, where they are now */
    List<Path> publish() throws IOException {
        if (Files.exists(target)) {
            Path old = Files.createTempDirectory(target.getParent(), "." + target.getFileName() + "-");
            Files.move(target, old.resolve("old"));
            Files.move(working, target, StandardCopyOption.ATOMIC_MOVE);
            remove(old);
        } else {
            Files.move(working, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return names.stream().map(target::resolve).toList();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(working)) {
            remove(working);
        }
    }
}

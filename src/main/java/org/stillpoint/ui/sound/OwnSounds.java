package org.stillpoint.ui.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person's own sounds: the WAV, AIFF and AU files of one folder. The file's name is the id.
 *
 * @param folder need not be there; null = there is none
 */
public record OwnSounds(Path folder) {

    private static final List<String> ENDINGS = List.of(".wav", ".aif", ".aiff", ".au");
    private static final int MOST = 40;

    /** Without any. */
    public static final OwnSounds NONE = new OwnSounds(null);

    /** Whether an id names a file and not one of {@link Sounds}. */
    static boolean names(String id) {
        String name = id.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** The ids, by the alphabet, the first forty; reads the folder. */
    public List<String> all() {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(id -> file(id).isPresent())
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** The file behind an id; absent when there is none, or when it would lie outside the folder. */
    Optional<Path> file(String id) {
        if (folder == null || !names(id)) {
            return Optional.empty();
        }
        try {
            Path file = folder.resolve(id);
            boolean inside = Path.of(id).getNameCount() == 1
                    && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(folder.toRealPath());
            return inside ? Optional.of(file) : Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    /** What a person reads: the file's name without its ending. */
    public static String title(String id) {
        int dot = id.lastIndexOf('.');
        return dot > 0 ? id.substring(0, dot) : id;
    }
}

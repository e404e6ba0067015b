package org.stillpoint.store;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Folders of TOML files, one a thing: those inside the program, and a person's own. */
final class ProgramFolder {

    private ProgramFolder() {}

    /**
     * The program's own ones, in the order of their names.
     *
     * @param read what one file gives; empty when something is wrong in it
     */
    static <T> List<T> builtIn(String folder, Function<Path, Optional<T>> read) {
        try {
            Path place = Path.of(ProgramFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                return files(place.resolve(folder), new ArrayList<>(), read);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return files(jar.getPath(folder), new ArrayList<>(), read);
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the program's own " + folder + " cannot be read", unreadable);
        }
    }

    /** A person's own ones, in the order of their names; none when there is no such folder. */
    static <T> List<T> files(Path folder, List<String> problems, Function<Path, Optional<T>> read) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(".toml"))
                    .sorted()
                    .map(read)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException unreadable) {
            problems.add(folder + ":1: the folder cannot be read");
            return List.of();
        }
    }
}

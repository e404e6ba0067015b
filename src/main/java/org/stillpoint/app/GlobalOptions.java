package org.stillpoint.app;

import java.nio.file.Path;
import java.util.Locale;
import org.stillpoint.store.DataFolder;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** Options that every command takes, before or after its name. */
public final class GlobalOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            converter = Named.class,
            description = "where sessions are kept (also STILLPOINT_DATA)")
    private Path data;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "file with the passphrase (also STILLPOINT_PASSPHRASE_FILE)")
    private Path passphraseFile;

    /** A path that was really given: an empty one is a script's unset variable and would mean the working folder. */
    static final class Named implements ITypeConverter<Path> {

        @Override
        public Path convert(String text) {
            if (text.isBlank()) {
                throw new TypeConversionException("an empty name; name a folder");
            }
            return Path.of(text);
        }
    }

    /** The folder of the data: as asked, else of the environment, else the operating system's own place. */
    public DataFolder data() {
        if (data != null) {
            return new DataFolder(data);
        }
        String asked = System.getenv("STILLPOINT_DATA");
        return new DataFolder(asked == null || asked.isBlank() ? ownPlace() : Path.of(asked));
    }

    private static Path ownPlace() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.startsWith("windows")) {
            String local = System.getenv("LOCALAPPDATA");
            return (local == null ? home : Path.of(local)).resolve("Stillpoint");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/Stillpoint");
        }
        String shared = System.getenv("XDG_DATA_HOME");
        return (shared == null || shared.isBlank() ? home.resolve(".local/share") : Path.of(shared))
                .resolve("stillpoint");
    }
}

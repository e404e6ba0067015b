package org.stillpoint.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The folder that holds all that a station keeps, readable by its user alone (0700, files 0600, where the system knows
 * such rights).
 *
 * @param path absolute
 */
public record DataFolder(Path path) {

    private static final List<String> SHARED_FILE_SYSTEMS =
            List.of("nfs", "cifs", "smb", "sshfs", "9p", "afs", "webdav", "davfs");

    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** The SQLite file. */
    public Path database() {
        return path.resolve("stillpoint.db");
    }

    /** The key that opens the station while no passphrase is set. */
    public Path keyFile() {
        return path.resolve("station.key");
    }

    /** Protocols that a person wrote or edited. */
    public Path protocols() {
        return path.resolve("protocols");
    }

    /** The user's own texts that lead through exercises, and the sound files they name. */
    public Path scripts() {
        return path.resolve("scripts");
    }

    /** The user's own sounds for the breath and the reward. */
    public Path sounds() {
        return path.resolve("sounds");
    }

    /** Device profiles that a person wrote or edited. */
    public Path devices() {
        return path.resolve("devices");
    }

    Path lockFile() {
        return path.resolve("writer.lock");
    }

    Path ownerFile() {
        return path.resolve("writer.pid");
    }

    Path marks() {
        return path.resolve("acknowledged");
    }

    /** Whether a store has been made here. */
    public boolean holdsStore() {
        return Files.isRegularFile(database());
    }

    /** What is wrong with this place for a person's data, in one sentence; empty when nothing is. */
    public Optional<String> concern() {
        try {
            String type = Files.getFileStore(nearestExisting()).type().toLowerCase(Locale.ROOT);
            if (SHARED_FILE_SYSTEMS.stream().anyMatch(type::contains)) {
                return Optional.of("The data folder lies on a network drive (" + type
                        + "), where a database can break: choose a folder on this machine with --data.");
            }
            if (Files.exists(keyFile())
                    && posix(keyFile())
                    && Files.getPosixFilePermissions(keyFile()).stream()
                            .anyMatch(right -> !right.name().startsWith("OWNER"))) {
                return Optional.of("Other users of this machine may read the key file " + keyFile()
                        + ": take their rights away (chmod 600).");
            }
        } catch (IOException unknown) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Why nothing can be recorded here, in one sentence; empty when the folder can be made and written. */
    public Optional<String> refusal() {
        Path place = nearestExisting();
        return Files.isDirectory(place) && Files.isWritable(place)
                ? Optional.empty()
                : Optional.of(
                        "The data folder " + path + " cannot be made or written: choose another one with --data.");
    }

    /** Bytes that the user may still write here. */
    public long freeBytes() throws StoreException {
        try {
            return Files.getFileStore(nearestExisting()).getUsableSpace();
        } catch (IOException failed) {
            throw new StoreException("The data folder " + path + " cannot be read: check the drive.", failed);
        }
    }

    private Path nearestExisting() {
        Path place = path;
        while (place.getParent() != null && !Files.exists(place)) {
            place = place.getParent();
        }
        return place;
    }

    /** Makes the folder, or makes it private when no store is in it yet. */
    void prepare() throws StoreException {
        try {
            if (!Files.isDirectory(path)) {
                if (path.getParent() != null) {
                    Files.createDirectories(path.getParent());
                }
                Files.createDirectory(path, onlyOwner(path.getParent(), "rwx------"));
            } else if (!holdsStore() && posix(path)) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            if (!Files.isDirectory(marks())) {
                Files.createDirectory(marks(), onlyOwner(path, "rwx------"));
            }
        } catch (IOException failed) {
            throw new StoreException(
                    "The data folder " + path + " cannot be made or written: choose another one with --data.", failed);
        }
    }

    /** Makes an empty file that only its user can read, if it is not there. */
    void privateFile(Path file) throws IOException {
        try {
            Files.createFile(file, onlyOwner(path, "rw-------"));
        } catch (FileAlreadyExistsException there) {
            if (posix(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    private static boolean posix(Path place) throws IOException {
        return Files.getFileStore(place).supportsFileAttributeView("posix");
    }

    private static FileAttribute<?>[] onlyOwner(Path folder, String rights) throws IOException {
        return folder != null && posix(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}

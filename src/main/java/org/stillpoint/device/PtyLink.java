package org.stillpoint.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalInt;

/**
 * A pseudo-terminal under a name that stays: a link in a private temporary folder, as a serial port keeps its name when
 * it is plugged in again.
 *
 * <p>After every reader the pair is made anew, so that the next one finds neither left-over bytes nor the lock of a
 * program that crashed. Used by one thread.
 */
final class PtyLink implements AutoCloseable {

    private final Path folder;
    private final Path link;
    private Pty pty;
    private boolean hadReader;
    private boolean left;

    private PtyLink(Path folder, String name) {
        this.folder = folder;
        this.link = folder.resolve(name);
    }

    /** Makes the folder, the pair and the link. @throws DeviceException when the system refuses one of them */
    static PtyLink open(String name) throws DeviceException {
        if (!Pty.available()) {
            Pty.open();
        }
        try {
            PtyLink made = new PtyLink(
                    Files.createTempDirectory("stillpoint-").toRealPath().toAbsolutePath(), name);
            made.plug();
            return made;
        } catch (IOException e) {
            throw new DeviceException(
                    "The temporary folder cannot be written: make room in it or name another one.", e);
        }
    }

    /** The name that stays. */
    Path path() {
        return link;
    }

    boolean plugged() {
        return pty != null;
    }

    /** Puts the cable in: a new pair under the old name. */
    void plug() throws DeviceException {
        if (pty == null) {
            pty = Pty.open();
            hadReader = false;
            left = false;
            pointTo(pty);
        }
    }

    /** Pulls the cable: the reader sees a hang-up and the name is gone. */
    void unplug() {
        if (pty != null) {
            try {
                Files.deleteIfExists(link);
            } catch (IOException e) {
                // The link then points to nothing, which a reader cannot tell from a missing one.
            }
            pty.close();
            pty = null;
        }
    }

    /** Whether somebody has the port open. */
    boolean hasReader() {
        if (pty == null) {
            return false;
        }
        boolean reader = pty.hasReader();
        left |= hadReader && !reader;
        hadReader = reader;
        return reader;
    }

    /** Bytes that the reader sent, also the last ones of a reader that left; 0 when there are none. */
    int read(byte[] into) throws DeviceException {
        int count = pty == null ? 0 : pty.read(into);
        if (count == 0 && left) {
            left = false;
            renew();
        }
        return count;
    }

    int write(byte[] bytes, int offset, int length) {
        return pty == null ? 0 : pty.write(bytes, offset, length);
    }

    OptionalInt hostBaud() {
        return pty == null ? OptionalInt.empty() : pty.hostBaud();
    }

    @Override
    public void close() {
        unplug();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // A folder in the temporary place that somebody else put a file into: it is theirs now.
        }
    }

    private void renew() throws DeviceException {
        Pty next = Pty.open();
        pointTo(next);
        if (pty.hasReader()) {
            // Somebody opened the old pair just before the name moved: it is theirs.
            pointTo(pty);
            next.close();
            return;
        }
        pty.close();
        pty = next;
    }

    private void pointTo(Pty target) throws DeviceException {
        Path fresh = folder.resolve(link.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createSymbolicLink(fresh, Path.of(target.path()));
            Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DeviceException("The link to the emulated port could not be made in " + folder + ".", e);
        }
    }
}

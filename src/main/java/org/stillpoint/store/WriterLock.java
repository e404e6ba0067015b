package org.stillpoint.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * There is one writer a data folder; the system frees the lock when its process dies, however it dies.
 *
 * <p>Beside the lock lies a file with the owner's process id and its start. It is asked first, because on POSIX systems a
 * process that opens and closes its own lock file loses the lock.
 */
final class WriterLock implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Path owner;
    private final FileChannel channel;
    private final FileLock lock;

    private WriterLock(Path owner, FileChannel channel, FileLock lock) {
        this.owner = owner;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock; waits two seconds at most for a writer that is just going. */
    static WriterLock take(DataFolder folder) throws StoreException {
        try {
            if (heldByThisProcess(folder)) {
                throw taken();
            }
            folder.privateFile(folder.lockFile());
            FileChannel channel = FileChannel.open(folder.lockFile(), StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                for (long waited = 0; lock == null && waited <= PATIENCE_NANOS; waited += PAUSE_NANOS) {
                    if (waited > 0) {
                        LockSupport.parkNanos(PAUSE_NANOS);
                    }
                    lock = channel.tryLock();
                }
            } catch (OverlappingFileLockException sameProcess) {
                throw taken();
            } finally {
                if (lock == null) {
                    channel.close();
                }
            }
            if (lock == null) {
                throw taken();
            }
            folder.privateFile(folder.ownerFile());
            Files.writeString(folder.ownerFile(), thisProcess(), StandardCharsets.US_ASCII);
            return new WriterLock(folder.ownerFile(), channel, lock);
        } catch (IOException failed) {
            throw new StoreException(
                    "The data folder " + folder.path() + " cannot be written: check its permissions and the drive.",
                    failed);
        }
    }

    private static StoreException taken() {
        return new StoreException("Another Stillpoint is writing to this data folder: close it first, or choose another"
                + " folder with --data.");
    }

    /** Whether some process holds the lock now. */
    static boolean held(DataFolder folder) {
        if (heldByThisProcess(folder)) {
            return true;
        }
        if (!Files.exists(folder.lockFile())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(folder.lockFile(), StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                return true;
            }
            lock.release();
            return false;
        } catch (OverlappingFileLockException sameProcess) {
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean heldByThisProcess(DataFolder folder) {
        try {
            return Files.exists(folder.ownerFile())
                    && Files.readString(folder.ownerFile(), StandardCharsets.US_ASCII)
                            .equals(thisProcess());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static String thisProcess() {
        ProcessHandle current = ProcessHandle.current();
        return current.pid() + " "
                + current.info().startInstant().map(Object::toString).orElse("");
    }

    @Override
    public void close() throws StoreException {
        if (!channel.isOpen()) {
            return;
        }
        try {
            Files.deleteIfExists(owner);
            lock.release();
            channel.close();
        } catch (IOException failed) {
            throw new StoreException("The data folder's lock could not be given back: restart the machine.", failed);
        }
    }
}

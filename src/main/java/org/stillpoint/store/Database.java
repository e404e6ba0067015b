package org.stillpoint.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The SQLite file of a data folder: one connection, which either is the folder's one writer (and does the checkpoints) or
 * only reads, beside a writer or alone.
 *
 * <p>Write-ahead log, synchronous = FULL, no memory mapping, deleted content overwritten. Any thread; one at a time.
 */
public final class Database implements AutoCloseable {

    /** Write-ahead logs of versions before this one can lose their reset. */
    private static final int[] OLDEST_SQLITE = {3, 51, 3};

    private static final int BUSY_MILLIS = 2000;

    /** Work with the connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException, StoreException;
    }

    private final DataFolder folder;
    private final Connection connection;
    private final WriterLock lock;
    private final ReentrantLock turn = new ReentrantLock();

    private Database(DataFolder folder, Connection connection, WriterLock lock) {
        this.folder = folder;
        this.connection = connection;
        this.lock = lock;
    }

    /**
     * Opens for writing; makes folder and file when there are none, and brings an older file to this version.
     *
     * @throws StoreException when another process writes here, when a newer program made the file, when the file is
     *     damaged or the folder cannot be written
     */
    public static Database open(DataFolder folder) throws StoreException {
        folder.prepare();
        WriterLock lock = WriterLock.take(folder);
        Connection connection = null;
        try {
            folder.privateFile(folder.database());
            SQLiteDataSource source = source(folder, false);
            connection = connect(source);
            int version = Migrations.version(connection);
            Migrations.refuseNewer(version);
            if (version < Migrations.NEWEST) {
                Migrations.migrate(source);
            }
            return new Database(folder, connection, lock);
        } catch (SQLException failed) {
            abandon(connection, lock);
            throw explain(failed);
        } catch (IOException failed) {
            abandon(connection, lock);
            throw new StoreException("The database in " + folder.path() + " cannot be made: check the drive.", failed);
        } catch (StoreException refused) {
            abandon(connection, lock);
            throw refused;
        }
    }

    /** Opens for reading only, also beside a running station. */
    public static Database openForReading(DataFolder folder) throws StoreException {
        if (!folder.holdsStore()) {
            throw new StoreException(
                    "There are no recordings in " + folder.path() + ": choose the right folder with --data.");
        }
        Connection connection = null;
        try {
            connection = connect(source(folder, true));
            int version = Migrations.version(connection);
            Migrations.refuseNewer(version);
            if (version < Migrations.NEWEST) {
                throw new StoreException(
                        "This data folder waits to be brought to this version: start the station once, then try again.");
            }
            return new Database(folder, connection, null);
        } catch (SQLException failed) {
            abandon(connection, null);
            throw explain(failed);
        } catch (StoreException refused) {
            abandon(connection, null);
            throw refused;
        }
    }

    private static SQLiteDataSource source(DataFolder folder, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTempStore(TempStore.MEMORY);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "0");
        if (!readOnly) {
            config.setJournalMode(JournalMode.WAL);
            config.setSynchronous(SynchronousMode.FULL);
            config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.database());
        return source;
    }

    private static Connection connect(SQLiteDataSource source) throws SQLException, StoreException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT sqlite_version()")) {
                row.next();
                refuseOld(row.getString(1));
            }
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA cell_size_check = ON");
        } catch (StoreException | SQLException refused) {
            connection.close();
            throw refused;
        }
        return connection;
    }

    static void refuseOld(String version) throws StoreException {
        String[] parts = version.split("\\.");
        for (int i = 0; i < OLDEST_SQLITE.length; i++) {
            int part = i < parts.length ? Integer.parseInt(parts[i]) : 0;
            if (part != OLDEST_SQLITE[i]) {
                if (part < OLDEST_SQLITE[i]) {
                    throw new StoreException("SQLite " + version
                            + " can damage recordings: install Stillpoint with SQLite 3.51.3 or newer.");
                }
                return;
            }
        }
    }

    private static void abandon(Connection connection, WriterLock lock) {
        try {
            if (connection != null) {
                connection.close();
            }
            if (lock != null) {
                lock.close();
            }
        } catch (SQLException | StoreException ignored) {
            // The first failure is the one to be told.
        }
    }

    public DataFolder folder() {
        return folder;
    }

    /** Whether this one may write. */
    public boolean writes() {
        return lock != null;
    }

    /** Whether a writer is alive, here or in another process. */
    public boolean hasLiveWriter() {
        return writes() || WriterLock.held(folder);
    }

    /** Runs a reading piece of work. */
    <T> T read(Work<T> work) throws StoreException {
        turn.lock();
        try {
            return work.run(connection);
        } catch (SQLException failed) {
            throw explain(failed);
        } finally {
            turn.unlock();
        }
    }

    /** Runs a piece of work in one transaction: all of it is durable when this returns, or nothing is. */
    <T> T write(Work<T> work) throws StoreException {
        if (!writes()) {
            throw new StoreException("This data folder is open for reading only: close the other Stillpoint first.");
        }
        turn.lock();
        try {
            execute("BEGIN IMMEDIATE");
            boolean committed = false;
            try {
                T result = work.run(connection);
                execute("COMMIT");
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    rollback();
                }
            }
        } catch (SQLException failed) {
            throw explain(failed);
        } finally {
            turn.unlock();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rollback() {
        try {
            execute("ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            // SQLite has done it itself, for instance when the disk was full.
        }
    }

    /** Moves the write-ahead log into the file and empties it; false when a reader stood in the way. */
    boolean checkpoint() throws StoreException {
        return read(open -> {
            try (Statement statement = open.createStatement();
                    ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                return row.next() && row.getInt(1) == 0;
            }
        });
    }

    /** What SQLite's own check says; {@code ok} when all is well. */
    public String integrity() throws StoreException {
        return read(open -> {
            try (Statement statement = open.createStatement();
                    ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
                return row.next() ? row.getString(1) : "no answer";
            }
        });
    }

    private static StoreException explain(SQLException failed) {
        SQLiteErrorCode code =
                failed instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String name = code.name();
        String sentence;
        if (name.startsWith("SQLITE_FULL")) {
            sentence = "The disk is full: free some space; what was stored is safe.";
        } else if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
            sentence = "Another program holds the database: close it; what was stored is safe.";
        } else if (name.startsWith("SQLITE_READONLY") || name.startsWith("SQLITE_PERM")) {
            sentence = "The database may not be written: check the permissions of the data folder.";
        } else if (name.startsWith("SQLITE_CORRUPT") || name.startsWith("SQLITE_NOTADB")) {
            sentence = "The database is damaged: keep the data folder as it is and restore a backup.";
        } else if (name.startsWith("SQLITE_CANTOPEN")) {
            sentence = "The database cannot be opened: check the permissions of the data folder.";
        } else if (name.startsWith("SQLITE_IOERR")) {
            sentence = "The drive does not take the data: check it; what was stored is safe.";
        } else {
            sentence = "The database failed (" + name + "): restart the station; what was stored is safe.";
        }
        return new StoreException(sentence, failed);
    }

    @Override
    public void close() throws StoreException {
        turn.lock();
        try {
            connection.close();
        } catch (SQLException failed) {
            throw explain(failed);
        } finally {
            turn.unlock();
            if (lock != null) {
                lock.close();
            }
        }
    }
}

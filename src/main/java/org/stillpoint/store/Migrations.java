package org.stillpoint.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.internal.logging.slf4j.Slf4jLog;
import org.slf4j.helpers.NOPLogger;
import org.sqlite.SQLiteDataSource;

/**
 * Brings a database to this program's schema, with Flyway.
 *
 * <p>An up-to-date one is recognised by a single query, so that Flyway is loaded only on the days it has work.
 */
final class Migrations {

    /** Number of the newest {@code V<nnn>__<what>.sql}. */
    static final int NEWEST = 2;

    private static final String HISTORY = "schema_history";

    private Migrations() {}

    /** Version of a database; 0 = empty. */
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet there = statement.executeQuery(
                    "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '" + HISTORY + "'")) {
                if (!there.next() || there.getInt(1) == 0) {
                    return 0;
                }
            }
            try (ResultSet newest = statement.executeQuery(
                    "SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM " + HISTORY + " WHERE success = 1")) {
                return newest.next() ? newest.getInt(1) : 0;
            }
        }
    }

    /** Refuses a database that a newer program has made. */
    static void refuseNewer(int version) throws StoreException {
        if (version > NEWEST) {
            throw new StoreException(
                    "This data folder was made by a newer Stillpoint (schema " + version + ", this one knows " + NEWEST
                            + "): install the newer version, or choose another folder with --data.");
        }
    }

    static void migrate(SQLiteDataSource source) throws StoreException {
        // Flyway greets on every start; what goes wrong comes as its exception.
        LogFactory.setLogCreator(type -> new Slf4jLog(NOPLogger.NOP_LOGGER));
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:org/stillpoint/store/migrations")
                    .table(HISTORY)
                    .installedBy("stillpoint")
                    .skipDefaultCallbacks(true)
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new StoreException(
                    "The database could not be brought to this version: restore a backup, or choose another folder"
                            + " with --data.",
                    failed);
        }
    }
}

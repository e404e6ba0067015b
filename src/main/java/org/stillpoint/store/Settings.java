package org.stillpoint.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/** Settings of the machine, readable in the file: never put anything here that says something of a person. Any thread. */
public final class Settings {

    private final Database database;

    Settings(Database database) {
        this.database = database;
    }

    public Optional<String> get(String name) throws StoreException {
        return database.read(open -> {
            try (PreparedStatement select = open.prepareStatement("SELECT value FROM setting WHERE name = ?")) {
                select.setString(1, name);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    public void put(String name, String value) throws StoreException {
        database.write(open -> {
            try (PreparedStatement insert =
                    open.prepareStatement("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)")) {
                insert.setString(1, name);
                insert.setString(2, value);
                return insert.executeUpdate();
            }
        });
    }
}

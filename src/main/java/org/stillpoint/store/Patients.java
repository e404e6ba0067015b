package org.stillpoint.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.stillpoint.care.Patient;

/**
 * The people of a station. Each has a key of their own, wrapped by the station key; deleting a person destroys it. Codes
 * are sealed, so a person is found by opening the small rows one after the other. Any thread.
 */
public final class Patients {

    private static final int LONGEST_CODE = 64;

    /** What is sealed of a person. */
    record Sealed(String code, long createdAtMillis) {}

    private final SealedStore store;

    Patients(SealedStore store) {
        this.store = store;
    }

    /** All, in the order in which they came. */
    public List<Patient> all() throws StoreException {
        return store.database().read(this::all);
    }

    private List<Patient> all(Connection open) throws SQLException, StoreException {
        List<Patient> patients = new ArrayList<>();
        try (PreparedStatement select =
                        open.prepareStatement("SELECT number, id, wrapped_key, sealed FROM patient ORDER BY number");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String id = row.getString(2);
                SealingKey key = store.stationKey().unwrap(row.getBytes(3), keyPlace(id));
                patients.add(new Patient(
                        id, row.getLong(1), unseal(key, row.getBytes(4), id).code()));
            }
        }
        return patients;
    }

    private static Sealed unseal(SealingKey key, byte[] sealed, String id) throws StoreException {
        try {
            return Json.MAPPER.readValue(key.open(sealed, place(id)), Sealed.class);
        } catch (IOException unreadable) {
            throw new StoreException("A patient's entry cannot be understood: restore a backup.", unreadable);
        }
    }

    /** The person with this code; empty when there is none. */
    public Optional<Patient> find(String code) throws StoreException {
        String wanted = checked(code);
        return all().stream().filter(patient -> patient.code().equals(wanted)).findFirst();
    }

    /** The person with this code, made when there is none. */
    public Patient findOrCreate(String code) throws StoreException {
        String wanted = checked(code);
        Optional<Patient> known = find(wanted);
        if (known.isPresent()) {
            return known.get();
        }
        return store.database().write(open -> {
            for (Patient patient : all(open)) {
                if (patient.code().equals(wanted)) {
                    return patient;
                }
            }
            String id = SealingKey.randomId();
            SealingKey key = SealingKey.random();
            byte[] plain = bytes(new Sealed(wanted, store.clock().epochMillis()));
            try (PreparedStatement insert =
                    open.prepareStatement("INSERT INTO patient (id, wrapped_key, sealed) VALUES (?, ?, ?)")) {
                insert.setString(1, id);
                insert.setBytes(2, store.stationKey().wrap(key, keyPlace(id)));
                insert.setBytes(3, key.seal(plain, place(id)));
                insert.executeUpdate();
            }
            store.audit().add(open, "patient-created", id);
            return all(open).stream()
                    .filter(patient -> patient.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        });
    }

    private static byte[] bytes(Sealed sealed) {
        try {
            return Json.MAPPER.writeValueAsBytes(sealed);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Deletes a person with all sessions: the key is destroyed, the rows are overwritten. */
    public void delete(Patient patient) throws StoreException {
        store.sessions().refuseWhileRecording(patient);
        store.database().write(open -> {
            store.sessions().deleteAllOf(open, patient);
            try (PreparedStatement delete = open.prepareStatement("DELETE FROM patient WHERE id = ?")) {
                delete.setString(1, patient.id());
                delete.executeUpdate();
            }
            store.audit().add(open, "patient-deleted", patient.id());
            return null;
        });
        store.database().checkpoint();
    }

    /** A name that says nothing of the person and is the same in all exports of this station. */
    public String pseudonym(Patient patient) {
        byte[] tag = store.stationKey().authenticate("pseudonym", patient.id().getBytes(StandardCharsets.US_ASCII));
        return "P" + HexFormat.of().formatHex(tag, 0, 4);
    }

    SealingKey key(Connection open, String id) throws SQLException, StoreException {
        try (PreparedStatement select = open.prepareStatement("SELECT wrapped_key FROM patient WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new StoreException("That patient is not in this data folder: choose another.");
                }
                return store.stationKey().unwrap(row.getBytes(1), keyPlace(id));
            }
        }
    }

    /** @throws StoreException when it cannot be a code */
    static String checked(String code) throws StoreException {
        String stripped = code.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST_CODE
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new StoreException(
                    "A patient's code has 1 to " + LONGEST_CODE + " letters, digits or signs: choose another.");
        }
        return stripped;
    }

    private static String place(String id) {
        return "patient|" + id;
    }

    private static String keyPlace(String id) {
        return "patient.key|" + id;
    }
}

package org.stillpoint.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.care.Patient;
import org.stillpoint.signal.Marker;
import org.stillpoint.training.Finding;
import org.stillpoint.training.Remembered;

/**
 * What the exercises of each session found out about the person. They belong to their session: they move with it and are
 * deleted with it. Any thread.
 */
public final class Findings {

    private final SealedStore store;

    Findings(SealedStore store) {
        this.store = store;
    }

    /** Stores what a session found, in place of what was stored for it before. */
    public void save(String sessionId, List<Finding> findings) throws StoreException {
        store.database().write(open -> {
            Sessions.Row session = store.sessions().row(open, sessionId, new HashMap<>());
            try (PreparedStatement delete = open.prepareStatement("DELETE FROM finding WHERE session = ?");
                    PreparedStatement insert =
                            open.prepareStatement("INSERT INTO finding (session, seq, sealed) VALUES (?, ?, ?)")) {
                delete.setLong(1, session.number());
                delete.executeUpdate();
                for (int seq = 0; seq < findings.size(); seq++) {
                    byte[] plain = Json.MAPPER.writeValueAsBytes(findings.get(seq));
                    insert.setLong(1, session.number());
                    insert.setInt(2, seq);
                    insert.setBytes(3, session.key().seal(plain, SessionPlaces.finding(sessionId, seq)));
                    insert.executeUpdate();
                }
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
            return null;
        });
    }

    /**
     * What a session found, in its order; empty when it found nothing. Of a session that was cut off, what had been found
     * by the end of its last whole phase.
     */
    public List<Finding> of(String sessionId) throws StoreException {
        return store.database().read(open -> read(open, store.sessions().row(open, sessionId, new HashMap<>())));
    }

    private static List<Finding> read(Connection open, Sessions.Row session) throws SQLException, StoreException {
        List<Finding> findings = new ArrayList<>();
        try (PreparedStatement select =
                open.prepareStatement("SELECT seq, sealed FROM finding WHERE session = ? ORDER BY seq")) {
            select.setLong(1, session.number());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[] plain =
                            session.key().open(row.getBytes(2), SessionPlaces.finding(session.id(), row.getLong(1)));
                    findings.add(Json.MAPPER.readValue(plain, Finding.class));
                }
            }
        } catch (IOException malformed) {
            throw new StoreException("What a session found cannot be understood: restore a backup.", malformed);
        }
        return findings.isEmpty() ? marked(open, session) : findings;
    }

    /** A session whose station died kept nothing at its end; what it had found by then stands in its markers. */
    private static List<Finding> marked(Connection open, Sessions.Row session) throws SQLException, StoreException {
        Map<String, Finding> newest = new LinkedHashMap<>();
        for (Marker marker : SessionNotes.read(
                open, session.number(), session.id(), session.key(), SessionNotes.MARKER, Marker.class)) {
            if (marker.kind().equals(Finding.MARKER)) {
                Finding.of(marker.label()).ifPresent(finding -> newest.put(finding.key(), finding));
            }
        }
        return List.copyOf(newest.values());
    }

    /**
     * What the next session of a person may start from: of each key the first and the newest value. Nothing for a guest,
     * who may be anybody, and for one who was never here.
     */
    public Remembered remembered(String patientCode) throws StoreException {
        if (patientCode.strip().equals(Patient.GUEST)) {
            return Remembered.NOTHING;
        }
        Patient patient = store.patients().find(patientCode).orElse(null);
        if (patient == null) {
            return Remembered.NOTHING;
        }
        Map<String, Finding> first = new HashMap<>();
        Map<String, Finding> newest = new HashMap<>();
        store.database().read(open -> {
            Map<String, SealingKey> keys = new HashMap<>();
            for (String id : sessions(open, patient)) {
                for (Finding finding : read(open, store.sessions().row(open, id, keys))) {
                    if (finding.remembered()) {
                        first.putIfAbsent(finding.key(), finding);
                        newest.put(finding.key(), finding);
                    }
                }
            }
            return null;
        });
        return new Remembered(first, newest);
    }

    private static List<String> sessions(Connection open, Patient patient) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement select =
                open.prepareStatement("SELECT id FROM session WHERE patient = ? ORDER BY number")) {
            select.setString(1, patient.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
        }
        return ids;
    }
}

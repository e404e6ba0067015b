package org.stillpoint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.training.Protocol;

/** A station without devices or disk, for tests and pictures of the screens. */
public final class SyntheticStation implements StationControl {

    public final SyntheticSession session;
    /** Started instead, when there is one. */
    public volatile SyntheticSession next;

    public final List<SensorChoice> sensors =
            new ArrayList<>(List.of(new SensorChoice("simulated", "", "Simulated patient", true, "ready")));
    public final Map<String, String> settings = new ConcurrentHashMap<>();
    public volatile int starts;
    public volatile int stops;
    public volatile String refusal = "";
    public volatile String startedFor = "";
    public volatile boolean flare;
    public volatile List<SafetyQuestion> safety;
    public volatile Protocol saved;
    public volatile String powerHint = "";
    public volatile List<String> fileNotes = List.of();
    public volatile Set<String> trained = Set.of();
    /** Instead of the session's own and what was saved. */
    public volatile List<Protocol> offered = List.of();

    public volatile List<SensorChoice> startedWith = List.of();

    public SyntheticStation(SyntheticSession session) {
        this.session = session;
    }

    @Override
    public List<SensorChoice> sensors() {
        return List.copyOf(sensors);
    }

    @Override
    public List<Protocol> protocols() {
        if (!offered.isEmpty()) {
            return offered;
        }
        return saved == null ? List.of(session.live.protocol()) : List.of(session.live.protocol(), saved);
    }

    @Override
    public Set<String> trainedCodes() {
        return trained;
    }

    @Override
    public List<String> fileNotes() {
        return fileNotes;
    }

    @Override
    public List<String> patientCodes() {
        return List.of("guest", "P-0142");
    }

    @Override
    public LiveSession start(String patientCode, String protocolId, List<SensorChoice> chosen) throws Exception {
        if (!refusal.isEmpty()) {
            throw new Exception(refusal);
        }
        starts++;
        startedWith = List.copyOf(chosen);
        startedFor = patientCode;
        return next == null ? session.live : next.live;
    }

    @Override
    public SessionSummary stop() {
        stops++;
        return SyntheticSummary.make();
    }

    @Override
    public LiveSession startFlare(String patientCode, String protocolId, List<SensorChoice> chosen) throws Exception {
        flare = true;
        return start(patientCode, protocolId, chosen);
    }

    @Override
    public List<SensorKind> sensorKinds() {
        return List.of(new SensorKind("bitalino", "BITalino"));
    }

    @Override
    public Optional<List<SafetyQuestion>> safety(String patientCode) {
        return Optional.ofNullable(safety);
    }

    @Override
    public void safety(String patientCode, List<SafetyQuestion> yes) {
        safety = List.copyOf(yes);
    }

    @Override
    public String powerHint() {
        return powerHint;
    }

    @Override
    public void save(Protocol protocol) throws Exception {
        if (!refusal.isEmpty()) {
            throw new Exception(refusal);
        }
        saved = protocol;
    }

    @Override
    public String setting(String key) {
        return settings.getOrDefault(key, "");
    }

    @Override
    public void setting(String key, String value) {
        settings.put(key, value);
    }
}

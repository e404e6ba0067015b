package org.stillpoint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    public SyntheticStation(SyntheticSession session) {
        this.session = session;
    }

    @Override
    public List<SensorChoice> sensors() {
        return List.copyOf(sensors);
    }

    @Override
    public List<Protocol> protocols() {
        return List.of(session.live.protocol());
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
        startedFor = patientCode;
        return next == null ? session.live : next.live;
    }

    @Override
    public SessionSummary stop() {
        stops++;
        return SyntheticSummary.make();
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

package org.stillpoint.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.training.Finding;
import org.stillpoint.training.Protocol;

/** Any protocol without a case of its own: usual people, and all that was found by its own key. */
final class AnyCase implements SimulatedCase {

    @Override
    public boolean suits(Protocol protocol) {
        return true;
    }

    @Override
    public SimulatedPerson person(long seed, int index, int count) {
        return SimulatedPerson.resting(seed * 1_000_003 + index);
    }

    @Override
    public Map<String, Object> truth(SimulatedSession session) {
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("resonance_per_min", session.patient().trueResonancePerMinute());
        truth.put("compliance_pct", 100 * session.patient().trueCompliance());
        truth.put("emg_uv", session.patient().trueEmgMicrovolts());
        return truth;
    }

    @Override
    public Map<String, Object> concluded(SimulatedSession session) {
        Map<String, Object> concluded = new LinkedHashMap<>();
        concluded.put("status", session.finished() ? "finished" : "unfinished");
        for (Finding finding : session.findings()) {
            concluded.put(
                    finding.key(), finding.value() == finding.value() ? (Object) finding.value() : finding.text());
        }
        return concluded;
    }
}

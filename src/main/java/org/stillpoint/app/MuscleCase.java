package org.stillpoint.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Finding;
import org.stillpoint.training.Protocol;

/** Relaxing a muscle below a line, and coming to rest after an effort: people of different tension, some with artefacts. */
final class MuscleCase implements SimulatedCase {

    @Override
    public boolean suits(Protocol protocol) {
        return protocol.exercises().contains("emg-relaxation")
                || protocol.exercises().contains("work-rest")
                || protocol.exercises().contains("flexion-relaxation");
    }

    @Override
    public Set<Modality> worn() {
        return Set.of(Modality.EMG);
    }

    @Override
    public SimulatedPerson person(long seed, int index, int count) {
        Random random = new Random(seed * 1_000_003 + index);
        SimulatedPerson person = SimulatedPerson.resting(random.nextLong() >>> 20)
                .withTension(0, 4 + 6 * random.nextDouble(), 1.5 + 2.5 * random.nextDouble());
        return random.nextDouble() < 0.3
                ? person.withArtefacts(0, 0.5 * random.nextDouble(), 0.3 * random.nextDouble(), 0)
                : person;
    }

    @Override
    public Map<String, Object> truth(SimulatedSession session) {
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("emg_end_uV", session.patient().trueEmgMicrovolts());
        truth.put("artefacts", session.patient().hasArtefacts());
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

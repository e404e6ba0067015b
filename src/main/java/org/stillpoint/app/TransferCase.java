package org.stillpoint.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;

/**
 * People who carry the skill into a task: the task asks 12 µV of them at first, then a share of it that differs from person
 * to person and becomes smaller; they predict more than will be.
 */
final class TransferCase implements SimulatedCase {

    private static final double TASK_MICROVOLTS = 12;
    private static final double AGAIN = 0.6;

    @Override
    public boolean suits(Protocol protocol) {
        return protocol.exercises().contains("transfer");
    }

    @Override
    public Set<Modality> worn() {
        return Set.of(Modality.EMG);
    }

    @Override
    public SimulatedPerson person(long seed, int index, int count) {
        return SimulatedPerson.resting(CaseDice.of(seed, index).nextLong() >>> 20)
                .withTension(0, 3, 3);
    }

    /** What the first transfer trial asks of the muscle, as a share of the task before. */
    private static double share(SimulatedSession session) {
        return CaseDice.between(CaseDice.of(session.person().seed(), 1), 0.2, 0.9);
    }

    private static double predicted(SimulatedSession session) {
        return Math.rint(10 * Math.min(1, share(session) + 0.2));
    }

    @Override
    public void meanwhile(SimulatedSession session) {
        int place = session.feedback().phaseIndex();
        Phase phase = session.protocol().phases().get(place);
        double task = 0;
        if (phase.kind() == PhaseKind.ALONE_BEFORE) {
            task = TASK_MICROVOLTS;
        } else if (phase.kind() == PhaseKind.FEEDBACK
                || phase.kind() == PhaseKind.TRANSFER
                || phase.kind() == PhaseKind.ALONE_AFTER) {
            boolean again = session.protocol().phases().subList(0, place).stream()
                    .anyMatch(before -> before.kind() == PhaseKind.TRANSFER);
            task = TASK_MICROVOLTS * share(session) * (again ? AGAIN : 1);
        }
        session.patient().work(task);
    }

    @Override
    public double rating(SimulatedSession session, Phase phase) {
        return phase.question().equals("prediction_tension") ? predicted(session) : Double.NaN;
    }

    @Override
    public String answer(SimulatedSession session, Phase phase) {
        return "I let the shoulders hang.";
    }

    @Override
    public Map<String, Object> truth(SimulatedSession session) {
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("predicted_tension", predicted(session));
        truth.put("tension_1", 10 * share(session));
        truth.put("tension_2", 10 * share(session) * AGAIN);
        return truth;
    }

    @Override
    public Map<String, Object> concluded(SimulatedSession session) {
        return CaseFindings.of(
                session,
                "predicted_tension_1",
                "measured_tension_1",
                "predicted_tension_2",
                "measured_tension_2",
                "tension_alone_after",
                "rest_median_uv",
                "task_before_median_uv",
                "what_helped");
    }
}

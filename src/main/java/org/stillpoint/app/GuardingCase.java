package org.stillpoint.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;

/**
 * People at a task: in every ten seconds they work and let go for a share of them, from 0 % (guarding) to 50 %. Two of
 * three let go for four seconds when they are reminded.
 */
final class GuardingCase implements SimulatedCase {

    private static final double EVERY_SECONDS = 10;
    private static final double WORK_MICROVOLTS = 15;
    private static final double ANSWER_SECONDS = 4;
    private static final double[] REST_SHARES = {0, 0.3, 0.2, 0.5, 0.1, 0.4};

    @Override
    public boolean suits(Protocol protocol) {
        return protocol.exercises().contains("guarding");
    }

    @Override
    public Set<Modality> worn() {
        return Set.of(Modality.EMG);
    }

    /** The share is part of the seed, so that all can be told from the person. */
    @Override
    public SimulatedPerson person(long seed, int index, int count) {
        Random random = CaseDice.of(seed, index);
        long own = (random.nextLong() >>> 20) * REST_SHARES.length + index % REST_SHARES.length;
        return SimulatedPerson.resting(own)
                .withTension(0, CaseDice.between(random, 3, 4), CaseDice.between(random, 2.5, 3));
    }

    private static double restShare(SimulatedSession session) {
        return REST_SHARES[(int) (session.person().seed() % REST_SHARES.length)];
    }

    private static boolean answers(SimulatedSession session) {
        return session.person().seed() / REST_SHARES.length % 3 != 0;
    }

    @Override
    public void meanwhile(SimulatedSession session) {
        Phase phase = session.protocol().phases().get(session.feedback().phaseIndex());
        boolean task = phase.kind() == PhaseKind.ALONE_BEFORE
                || phase.kind() == PhaseKind.FEEDBACK
                || phase.kind() == PhaseKind.TRANSFER
                || phase.kind() == PhaseKind.ALONE_AFTER;
        double into = session.patient().seconds() % EVERY_SECONDS;
        boolean letsGo = into < restShare(session) * EVERY_SECONDS
                || answers(session) && reminded(session) && into < ANSWER_SECONDS;
        session.patient().work(task && !letsGo ? WORK_MICROVOLTS : 0);
    }

    private static boolean reminded(SimulatedSession session) {
        return session.feedback().cue().startsWith("Let it drop");
    }

    @Override
    public double rating(SimulatedSession session, Phase phase) {
        return Double.NaN;
    }

    @Override
    public String answer(SimulatedSession session, Phase phase) {
        return "I dropped the shoulders.";
    }

    @Override
    public Map<String, Object> truth(SimulatedSession session) {
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("rest_time_pct", 100 * restShare(session));
        truth.put("rest_gaps_per_min", restShare(session) > 0 ? 60 / EVERY_SECONDS : 0);
        truth.put("answers_reminders", answers(session));
        return truth;
    }

    @Override
    public Map<String, Object> concluded(SimulatedSession session) {
        return CaseFindings.of(
                session,
                "rest_level_uv",
                "rest_time_alone_before_pct",
                "rest_gaps_alone_before_per_min",
                "rest_time_block_1_pct",
                "rest_time_alone_after_pct",
                "reminders",
                "reminders_answered",
                "back_to_rest_1_s");
    }
}

package org.stillpoint.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.stillpoint.device.SimulatedPatient;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.device.SlowBreathing;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;

/**
 * People under a stressor: stress 0.4 to 0.8, or none at all for every third, that goes away with a time constant of 20 to
 * 50 s; in serial sevens an answer every four seconds, every tenth of them wrong.
 */
final class StressCase implements SimulatedCase {

    private static final double ANSWER_SECONDS = 4;
    private static final int WRONG_EVERY = 10;
    /** What the model's heart does at stress 1, beats a minute. */
    private static final double HEART_PER_STRESS = 18;

    @Override
    public boolean suits(Protocol protocol) {
        return protocol.exercises().contains("stress-profile");
    }

    @Override
    public Set<Modality> worn() {
        return Set.of(Modality.ECG, Modality.RESP, Modality.EMG);
    }

    @Override
    public SimulatedPerson person(long seed, int index, int count) {
        Random random = CaseDice.of(seed, index);
        long own = (random.nextLong() >>> 20) * 3 + index % 3;
        return SimulatedPerson.resting(own)
                .withTension(0, 3.5, 3)
                .withHeart(CaseDice.between(random, 58, 75), CaseDice.between(random, 4, 8), SlowBreathing.EVEN);
    }

    private static double stress(SimulatedSession session) {
        long seed = session.person().seed();
        return seed % 3 == 2 ? 0 : CaseDice.between(CaseDice.of(seed, 1), 0.4, 0.8);
    }

    private static double timeConstant(SimulatedSession session) {
        return CaseDice.between(CaseDice.of(session.person().seed(), 2), 20, 50);
    }

    @Override
    public void meanwhile(SimulatedSession session) {
        Phase phase = session.protocol().phases().get(session.feedback().phaseIndex());
        SimulatedPatient patient = session.patient();
        if (phase.kind() == PhaseKind.STRESSOR && !session.feedback().asking()) {
            patient.stress(stress(session));
            type(session, phase);
        } else {
            double fading = Math.exp(-SimulatedSession.CHUNK_SECONDS / timeConstant(session));
            patient.stress(patient.trueStress() * fading);
        }
    }

    private static void type(SimulatedSession session, Phase phase) {
        double elapsed = session.feedback().phaseElapsedSeconds();
        int answer = (int) Math.floor(elapsed / ANSWER_SECONDS);
        boolean now = answer > 0 && elapsed - answer * ANSWER_SECONDS < SimulatedSession.CHUNK_SECONDS - 1e-9;
        String cue = session.feedback().cue();
        if (now && phase.question().equals("serial_sevens") && cue.startsWith("Begin with ")) {
            int start = Integer.parseInt(cue.substring("Begin with ".length(), cue.indexOf(',')));
            int slips = answer / WRONG_EVERY;
            session.control().answer("serial_sevens", Integer.toString(start - 7 * answer - slips));
        }
    }

    @Override
    public double rating(SimulatedSession session, Phase phase) {
        return Double.NaN;
    }

    @Override
    public String answer(SimulatedSession session, Phase phase) {
        return phase.question().equals("serial_sevens") ? "" : "I counted my breaths.";
    }

    @Override
    public Map<String, Object> truth(SimulatedSession session) {
        Map<String, Object> truth = new LinkedHashMap<>();
        boolean none = stress(session) == 0;
        truth.put("stress", stress(session));
        truth.put("heart_rate_reactivity_per_min", HEART_PER_STRESS * stress(session));
        truth.put("half_s", none ? null : timeConstant(session) * Math.log(2));
        truth.put("serial_sevens_correct_pct", 90.0);
        return truth;
    }

    @Override
    public Map<String, Object> concluded(SimulatedSession session) {
        return CaseFindings.of(
                session,
                "stress_1_heart_rate_reactivity_per_min",
                "stress_1_heart_rate_recovery_pct",
                "stress_1_heart_rate_half_s",
                "stress_1_muscle_reactivity_uv",
                "stress_1_muscle_recovery_pct",
                "stress_1_muscle_half_s",
                "stress_1_strongest",
                "stress_2_heart_rate_reactivity_per_min",
                "stress_2_heart_rate_recovery_pct",
                "stress_2_strongest",
                "serial_sevens_answers",
                "serial_sevens_correct");
    }
}

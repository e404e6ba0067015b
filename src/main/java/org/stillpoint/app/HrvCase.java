package org.stillpoint.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.stillpoint.device.SimulatedPatient;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.device.SlowBreathing;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Finding;
import org.stillpoint.training.Phase;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Remembered;

/**
 * People for the heart curve training: resonance 4.5 to 6.5 a minute and known from before, own breath 11 to 17, most of
 * them follow the pacer and fall back to their own rate when it goes.
 */
final class HrvCase implements SimulatedCase {

    private static final double FOLLOWS_FROM = 0.75;

    @Override
    public boolean suits(Protocol protocol) {
        return protocol.exercises().contains("hrv-training");
    }

    @Override
    public Set<Modality> worn() {
        return Set.of(Modality.ECG, Modality.RESP);
    }

    @Override
    public int rateHz() {
        return 250;
    }

    @Override
    public SimulatedPerson person(long seed, int index, int count) {
        Random random = CaseDice.of(seed, index);
        double resonance = CaseDice.between(random, 4.5, 6.5);
        double compliance = index % 5 == 4 ? CaseDice.between(random, 0.1, 0.4) : CaseDice.between(random, 0.9, 1);
        return SimulatedPerson.resting(random.nextLong() >>> 16)
                .withResonance(resonance)
                .withBreathing(CaseDice.between(random, 11, 17), compliance)
                .withHeart(CaseDice.between(random, 56, 82), CaseDice.between(random, 5, 11), SlowBreathing.EVEN);
    }

    @Override
    public Remembered remembered(SimulatedPerson person) {
        double found = Math.rint(2 * person.resonancePerMinute()) / 2;
        return Remembered.of(Map.of("resonance_per_min", Finding.kept("resonance_per_min", found, "")));
    }

    @Override
    public double rating(SimulatedSession session, Phase phase) {
        return Double.NaN;
    }

    @Override
    public String answer(SimulatedSession session, Phase phase) {
        return "I let the out-breath go.";
    }

    @Override
    public Map<String, Object> truth(SimulatedSession session) {
        SimulatedPatient patient = session.patient();
        Map<String, Object> truth = new LinkedHashMap<>();
        double rate = Math.rint(2 * patient.trueResonancePerMinute()) / 2;
        truth.put("resonance_per_min", patient.trueResonancePerMinute());
        truth.put("compliance_pct", 100 * patient.trueCompliance());
        truth.put("follows_pacer", patient.trueCompliance() >= FOLLOWS_FROM);
        truth.put("swing_at_rate_per_min", patient.trueSwingBeatsPerMinute(rate));
        truth.put("swing_at_own_rate_per_min", patient.trueSwingBeatsPerMinute(patient.trueOwnBreathsPerMinute()));
        return truth;
    }

    @Override
    public Map<String, Object> concluded(SimulatedSession session) {
        return CaseFindings.of(
                session,
                "trained_rate_per_min",
                "swing_alone_before_per_min",
                "swing_with_pacer_per_min",
                "swing_without_pacer_per_min",
                "swing_alone_after_per_min",
                "rhythm_alone_before",
                "rhythm_with_pacer",
                "rhythm_alone_after",
                "followed_pacer_pct",
                "pacer_eased",
                "hrv_course_step");
    }
}

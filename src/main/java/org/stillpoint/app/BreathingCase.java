package org.stillpoint.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.stillpoint.device.SimulatedPatient;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseEnd;
import org.stillpoint.training.Protocol;

/**
 * People for the breathing skills, with two belts: in every minute after the second they may hold their breath for 10 to
 * 14 s or sigh, and half of them breathe in reverse for 40 s now and then; three in ten also move.
 */
final class BreathingCase implements SimulatedCase {

    private static final double FIRST_SECONDS = 120;
    private static final double EVERY_SECONDS = 60;
    private static final double LAST_SECONDS = 20;

    /** What happens in one minute. */
    private enum Happens {
        NOTHING,
        HOLD,
        SIGH,
        REVERSE
    }

    @Override
    public boolean suits(Protocol protocol) {
        return protocol.exercises().contains("breathing-skills");
    }

    @Override
    public Set<Modality> worn() {
        return Set.of(Modality.RESP, Modality.RESP2);
    }

    @Override
    public int rateHz() {
        return 250;
    }

    @Override
    public SimulatedPerson person(long seed, int index, int count) {
        Random random = CaseDice.of(seed, index);
        SimulatedPerson person = SimulatedPerson.resting(random.nextLong() >>> 16)
                .withBreathing(CaseDice.between(random, 11, 18), CaseDice.between(random, 0.8, 1));
        return random.nextDouble() < 0.3 ? person.withArtefacts(0, CaseDice.between(random, 0.1, 0.5), 0, 0) : person;
    }

    private static Happens happens(long seed, int minute) {
        Random random = CaseDice.of(seed, minute);
        boolean reverses = Math.floorMod(seed, 2) == 0;
        double dice = random.nextDouble();
        return dice < 0.2
                ? Happens.HOLD
                : dice < 0.4 ? Happens.SIGH : dice < 0.5 && reverses ? Happens.REVERSE : Happens.NOTHING;
    }

    @Override
    public void meanwhile(SimulatedSession session) {
        SimulatedPatient patient = session.patient();
        double t = patient.seconds() - FIRST_SECONDS;
        double before = t - SimulatedSession.CHUNK_SECONDS;
        int minute = (int) Math.floor(t / EVERY_SECONDS);
        double into = t - minute * EVERY_SECONDS;
        if (t < 0 || minute >= minutes(session)) {
            return;
        }
        Happens what = happens(session.person().seed(), minute);
        if (into < SimulatedSession.CHUNK_SECONDS && before < minute * EVERY_SECONDS) {
            switch (what) {
                case HOLD ->
                    patient.holdBreath(10
                            + 4
                                    * CaseDice.of(session.person().seed(), -1 - minute)
                                            .nextDouble());
                case SIGH -> patient.sigh(2.8);
                case REVERSE -> patient.breatheApart(0.5);
                default -> {
                    // a quiet minute
                }
            }
        }
        if (what == Happens.REVERSE && into >= 40) {
            patient.breatheApart(0);
        }
    }

    /** Minutes that are whole before the session ends; questions are answered after five seconds. */
    private static int minutes(SimulatedSession session) {
        double seconds = 0;
        for (Phase phase : session.protocol().phases()) {
            seconds += phase.end() == PhaseEnd.DONE ? SimulatedSession.ANSWERS_AFTER_SECONDS : phase.seconds();
        }
        return (int) ((seconds - FIRST_SECONDS - LAST_SECONDS) / EVERY_SECONDS);
    }

    @Override
    public double rating(SimulatedSession session, Phase phase) {
        double share = session.feedback().pacerInhaleShare();
        return phase.question().equals("comfort") && share > 0
                ? Math.rint(9 - 40 * Math.abs(share - 0.40))
                : Double.NaN;
    }

    @Override
    public String answer(SimulatedSession session, Phase phase) {
        return "I let the belly go.";
    }

    @Override
    public Map<String, Object> truth(SimulatedSession session) {
        int[] counts = new int[Happens.values().length];
        for (int minute = 0; minute < minutes(session); minute++) {
            counts[happens(session.person().seed(), minute).ordinal()]++;
        }
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("own_rate_per_min", session.patient().trueOwnBreathsPerMinute());
        truth.put("breath_holds", counts[Happens.HOLD.ordinal()]);
        truth.put("sighs", counts[Happens.SIGH.ordinal()]);
        truth.put("reverse_movements", counts[Happens.REVERSE.ordinal()]);
        truth.put("artefacts", session.patient().hasArtefacts());
        truth.put("comfortable_inhale_share", 0.4);
        return truth;
    }

    @Override
    public Map<String, Object> concluded(SimulatedSession session) {
        return CaseFindings.of(
                session,
                "own_breathing_rate_per_min",
                "breath_holds",
                "sighs",
                "reverse_movements",
                "comfortable_inhale_share",
                "out_in_ratio_alone_before",
                "out_in_ratio_trial",
                "out_in_ratio_alone_after",
                "belly_share_trial_pct");
    }
}

package org.stillpoint.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
 * People for the resonance assessment: resonance 4.5 to 6.5 a minute, swing, wandering, compliance 60 to 100 %, three in ten
 * with extra beats, movements or loose electrodes, and of 25 one each flat, drifting and double-peaked.
 */
final class ResonanceCase implements SimulatedCase {

    /** From here on a person counts as one who follows the pacer. */
    static final double FOLLOWS_FROM = 0.75;

    private static final int EVERY = 25;

    @Override
    public boolean suits(Protocol protocol) {
        return protocol.exercises().contains("resonance");
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
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + index * 0xD1B54A32D192ED03L);
        random.nextLong();
        double resonance = between(random, 4.5, 6.5);
        SlowBreathing usual = SlowBreathing.lifelike(
                        Math.max(4.5, Math.min(7, resonance + 0.5 * random.nextGaussian())))
                .with(between(random, 2, 3), 0.04, 0.08);
        double swing = between(random, 4, 11);
        boolean willing = random.nextDouble() < 0.6;
        double compliance = willing ? between(random, 0.9, 1) : between(random, 0.6, 0.9);
        SlowBreathing how = usual;
        switch (index % EVERY) {
            case 4 -> {
                how = usual.flat();
                swing = between(random, 1, 5);
            }
            case 12 -> {
                double sign = random.nextBoolean() ? 1 : -1;
                how = random.nextBoolean()
                        ? usual.drifting(sign * between(random, 0.025, 0.045), 0)
                        : usual.drifting(0, sign * between(random, 0.06, 0.1));
                swing = between(random, 5, 8);
            }
            case 20 -> {
                resonance = between(random, 4.3, 4.7);
                how = usual.doublePeaked(resonance + between(random, 1.7, 2));
            }
            default -> {
                // the usual one
            }
        }
        SimulatedPerson person = SimulatedPerson.resting(random.nextLong() >>> 16)
                .withResonance(resonance)
                .withBreathing(between(random, 11, 17), compliance)
                .withHeart(between(random, 56, 82), swing, how);
        return random.nextDouble() < 0.3
                ? person.withArtefacts(
                        between(random, 0, 2), between(random, 0, 1), between(random, 0, 0.4), between(random, 0, 200))
                : person;
    }

    private static double between(Random random, double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** A re-check starts from what an earlier session may have found, not always the right one. */
    @Override
    public Remembered remembered(SimulatedPerson person) {
        double off = new Random(person.seed()).nextInt(3) - 1;
        double found = Math.rint(2 * person.resonancePerMinute() + off) / 2;
        return Remembered.of(Map.of("resonance_per_min", Finding.kept("resonance_per_min", found, "")));
    }

    @Override
    public double rating(SimulatedSession session, Phase phase) {
        double rate = session.feedback().pacerRatePerMinute();
        return phase.question().equals("comfort") && rate == rate
                ? session.patient().comfort(rate)
                : Double.NaN;
    }

    @Override
    public Map<String, Object> truth(SimulatedSession session) {
        SimulatedPatient patient = session.patient();
        Map<String, Object> truth = new LinkedHashMap<>();
        SlowBreathing.Kind kind = patient.trueSlowBreathing().kind();
        truth.put("resonance_per_min", kind == SlowBreathing.Kind.FLAT ? null : patient.trueResonancePerMinute());
        truth.put("compliance_pct", 100 * patient.trueCompliance());
        truth.put("follows_pacer", patient.trueCompliance() >= FOLLOWS_FROM);
        truth.put("artefacts", patient.hasArtefacts());
        truth.put("response", kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        return truth;
    }

    @Override
    public Map<String, Object> concluded(SimulatedSession session) {
        Map<String, Object> concluded = new LinkedHashMap<>();
        concluded.put("status", "failed");
        concluded.put("resonance_set", List.of());
        concluded.put("resonance_per_min", null);
        concluded.put("reason", "The session did not come to its end.");
        for (Finding finding : session.findings()) {
            switch (finding.key()) {
                case "resonance_status" -> concluded.put("status", finding.text());
                case "resonance_set" -> concluded.put("resonance_set", numbers(finding.text()));
                case "resonance_per_min" -> concluded.put("resonance_per_min", finding.value());
                case "resonance_reason" -> concluded.put("reason", finding.text());
                default -> {
                    // a block's own figures
                }
            }
        }
        return concluded;
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String word : text.split(", ")) {
            numbers.add(Double.valueOf(word));
        }
        return numbers;
    }
}

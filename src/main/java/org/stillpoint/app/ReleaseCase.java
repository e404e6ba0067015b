package org.stillpoint.app;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.stillpoint.device.MuscleHabits;
import org.stillpoint.device.MuscleRelease;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Finding;
import org.stillpoint.training.Protocol;

/** Tensing and letting go: people of different quickness, every eighth of whom does not let go. */
final class ReleaseCase implements SimulatedCase {

    private static final int EVERY = 8;

    @Override
    public boolean suits(Protocol protocol) {
        return protocol.exercises().contains("pmr");
    }

    @Override
    public Set<Modality> worn() {
        return Set.of(Modality.EMG);
    }

    /** The last digit of the seed in base eight says who does not let go. */
    @Override
    public SimulatedPerson person(long seed, int index, int count) {
        Random random = new Random(seed * 1_000_003 + index);
        long own = (random.nextLong() >>> 20) * EVERY + index % EVERY;
        return SimulatedPerson.resting(own).withTension(0, 3 + 3 * random.nextDouble(), 1.8 + random.nextDouble());
    }

    @Override
    public MuscleHabits habits(SimulatedPerson person) {
        Random random = new Random(person.seed() + 707);
        double effort = 30 + 60 * random.nextDouble();
        double reaction = 0.2 + 0.5 * random.nextDouble();
        double release = 0.06 + 0.34 * random.nextDouble();
        boolean letsGo = person.seed() % EVERY != 5;
        return new MuscleHabits(effort, 1, reaction, release, letsGo ? 0 : 0.3 + 0.3 * random.nextDouble());
    }

    /** The true release time is the one under the limit that the exercise went by; without such a limit there is none. */
    @Override
    public Map<String, Object> truth(SimulatedSession session) {
        double limit = session.findings().stream()
                .filter(finding -> finding.key().equals("release_limit_uV"))
                .mapToDouble(Finding::value)
                .findFirst()
                .orElse(Double.NaN);
        List<MuscleRelease> all = session.patient().trueReleases();
        // the first one ends the comfortable effort
        List<MuscleRelease> releases = all.subList(Math.min(1, all.size()), all.size());
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("releases", releases.size());
        truth.put(
                "lets_go", releases.isEmpty() ? null : releases.stream().allMatch(one -> one.secondsUnder(limit) > 0));
        truth.put(
                "release_s",
                median(releases.stream()
                        .mapToDouble(one -> one.secondsUnder(limit))
                        .toArray()));
        truth.put(
                "reaction_s",
                median(releases.stream()
                        .mapToDouble(one -> one.dropSeconds() - one.cueSeconds())
                        .toArray()));
        return truth;
    }

    private static Double median(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(value -> value == value).sorted().toArray();
        int n = sorted.length;
        return n == 0 ? null : n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    @Override
    public Map<String, Object> concluded(SimulatedSession session) {
        Map<String, Object> concluded = new LinkedHashMap<>();
        concluded.put("status", session.finished() ? "not-measured" : "unfinished");
        concluded.put("releases", 0);
        concluded.put("not_let_go", null);
        concluded.put("release_s", null);
        concluded.put("reaction_s", null);
        concluded.put("residual_uV", null);
        for (Finding finding : session.findings()) {
            switch (finding.key()) {
                case "releases_judged" -> concluded.put("releases", (int) finding.value());
                case "releases_not_let_go" -> {
                    concluded.put("not_let_go", (int) finding.value());
                    concluded.put("status", finding.value() == 0 ? "lets-go" : "stays-tense");
                }
                case "release_s", "release_reaction_s", "release_residual_uV" ->
                    concluded.put(finding.key().replaceFirst("release_(?!s$)", ""), finding.value());
                default -> {
                    // a group's own figures
                }
            }
        }
        return concluded;
    }
}

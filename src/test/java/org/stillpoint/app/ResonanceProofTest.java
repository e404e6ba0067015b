package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.app.SimulateCommand.Outcome;
import org.stillpoint.store.ProtocolFiles;

/** The whole assessment with fifty simulated people: what it calls sure has to be true, and it has to dare often enough. */
class ResonanceProofTest {

    private static final long SEED = 2024;
    private static List<Outcome> people;

    @BeforeAll
    static void assessFifty() {
        people = SimulateCommand.outcomes(
                ProtocolFiles.load(Path.of("none")).find("resonance").orElseThrow(),
                org.stillpoint.training.Script.NONE,
                SEED,
                50);
    }

    private static boolean confident(Outcome one) {
        return one.concluded().get("status").equals("confident");
    }

    private static double number(Object value) {
        return (Double) value;
    }

    /** The resonance lies within the set, a rate standing for the quarter of a breath to its sides. */
    private static boolean holds(Outcome one) {
        double truth = number(one.truth().get("resonance_per_min"));
        return ((List<?>) one.concluded().get("resonance_set"))
                .stream().anyMatch(rate -> Math.abs(number(rate) - truth) <= 0.25);
    }

    private static List<Outcome> where(Predicate<Outcome> what) {
        return people.stream().filter(what).toList();
    }

    private static Predicate<Outcome> responds(String kind) {
        return one -> one.truth().get("response").equals(kind);
    }

    @Test
    void theSetHoldsTheResonanceOfNineInTenThatAreCalledConfident() {
        List<Outcome> sure = where(ResonanceProofTest::confident);
        assertThat(sure).hasSizeGreaterThan(10);
        assertThat(sure.stream().filter(ResonanceProofTest::holds).count())
                .isGreaterThanOrEqualTo((long) Math.ceil(0.9 * sure.size()));
    }

    @Test
    void nobodyWhoDidNotFollowThePacerIsCalledConfident() {
        List<Outcome> strayed = where(one -> one.truth().get("follows_pacer").equals(false));
        assertThat(strayed).isNotEmpty().noneMatch(ResonanceProofTest::confident);
    }

    @Test
    void noFlatDriftingOrDoublePeakedAnswerIsCalledConfident() {
        assertThat(where(responds("flat"))).hasSize(2).noneMatch(ResonanceProofTest::confident);
        assertThat(where(responds("drifting"))).hasSize(2).noneMatch(ResonanceProofTest::confident);
        assertThat(where(responds("double-peaked"))).hasSize(2).noneMatch(ResonanceProofTest::confident);
    }

    @Test
    void sixInTenOfThoseWhoComplyWithoutArtefactAreCalledConfident() {
        List<Outcome> good = where(one -> number(one.truth().get("compliance_pct")) >= 90
                && one.truth().get("artefacts").equals(false));
        assertThat(good).hasSizeGreaterThan(10);
        assertThat(good.stream().filter(ResonanceProofTest::confident).count())
                .isGreaterThanOrEqualTo((long) Math.ceil(0.6 * good.size()));
    }

    @Test
    void whatIsRecommendedIsOneOfTheSet() {
        assertThat(where(ResonanceProofTest::confident))
                .allMatch(one -> ((List<?>) one.concluded().get("resonance_set"))
                        .contains(one.concluded().get("resonance_per_min")));
    }

    @Test
    void whatIsNotSureRecommendsNothingAndSaysWhy() {
        assertThat(where(one -> !confident(one)))
                .allMatch(one -> one.concluded().get("resonance_per_min") == null)
                .allMatch(one -> one.concluded().get("reason").toString().endsWith("."));
    }
}

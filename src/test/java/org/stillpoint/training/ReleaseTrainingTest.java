package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stillpoint.device.MuscleHabits;
import org.stillpoint.device.MuscleRelease;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.training.Script.Step;
import org.stillpoint.training.Script.Wait;

class ReleaseTrainingTest {

    private static final List<Phase> PHASES = List.of(
            new Phase("Rest", PhaseKind.BASELINE, 30, "rest"),
            script("Effort", "effort", 60),
            script("Tense and let go", "tense", 600));
    private static final Protocol PROTOCOL =
            new Protocol("pmr", "PMR", List.of("pmr"), "tension", 6, 0.45, "why", PHASES);
    private static final Script EFFORT = new Script(
            "effort",
            "Effort",
            false,
            List.of("shoulders"),
            List.of(step("As firmly as is comfortable.", 6, Wait.REFERENCE), step("Rest.", 8, Wait.TIME)),
            "");

    private static Phase script(String title, String id, double seconds) {
        return new Phase(
                title,
                PhaseKind.SCRIPT,
                seconds,
                title,
                PhaseEnd.DONE,
                1,
                0,
                "",
                Double.NaN,
                Double.NaN,
                "",
                "",
                Double.NaN,
                0,
                0,
                id,
                "",
                List.of(),
                "",
                "");
    }

    private static Step step(String say, double seconds, Wait waits) {
        return new Step(say, seconds, waits, "shoulders", 0, "");
    }

    private static Script tense(int times) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            steps.add(step("Lift.", 5, Wait.CONTRACTION));
            steps.add(step("Let go.", 12, Wait.RELEASE));
        }
        return new Script("tense", "Tense", false, List.of("shoulders"), steps, "");
    }

    private static TrainedPatient person(long seed, MuscleHabits habits, int times) {
        TrainedPatient person = new TrainedPatient(
                PROTOCOL,
                SimulatedPerson.resting(seed).withTension(0, 4, 2.5),
                Map.of("effort", EFFORT, "tense", tense(times)),
                Remembered.NOTHING);
        person.patient().habits(habits);
        return person;
    }

    /** True level of the muscle from each cue to let go, every 10 ms. */
    private static final class Truth {

        private final List<Double> levels = new ArrayList<>();
        private final List<Integer> cues = new ArrayList<>();

        static TrainedPatient run(TrainedPatient person, Truth truth) {
            return person.run(now -> {
                List<MuscleRelease> releases = person.patient().trueReleases();
                if (releases.size() > truth.cues.size()) {
                    double since = person.patient().seconds()
                            - releases.get(releases.size() - 1).cueSeconds();
                    truth.cues.add(truth.levels.size() - (int) Math.round(since * 100));
                }
                truth.levels.add(person.patient().trueEmgMicrovolts());
            });
        }

        /** Seconds from the cue until the level is under the limit for half a second. */
        double secondsUnder(int release, double limit) {
            int run = 0;
            for (int i = cues.get(release); i < levels.size(); i++) {
                run = levels.get(i) < limit ? run + 1 : 0;
                if (run == 50) {
                    return (i - 49 - cues.get(release)) / 100.0;
                }
            }
            return Double.NaN;
        }
    }

    @Test
    void releaseTimesLieWithin100MillisecondsOfTheTruthOverFiftyPeople() {
        List<Double> errors = new ArrayList<>();
        List<Double> twitchedErrors = new ArrayList<>();
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            MuscleHabits habits = new MuscleHabits(
                    30 + 60 * random.nextDouble(),
                    1,
                    0.2 + 0.5 * random.nextDouble(),
                    0.06 + 0.34 * random.nextDouble(),
                    0);
            Truth truth = new Truth();
            TrainedPatient person = Truth.run(person(seed, habits, 4), truth);
            double limit = person.found("release_limit_uV");
            List<ReleaseCurves.Curve> seen = person.loop().releaseCurves().today();
            for (int i = 0; i < seen.size(); i++) {
                // the first true one ends the comfortable effort
                MuscleRelease release = person.patient().trueReleases().get(i + 1);
                double when = truth.secondsUnder(i + 1, limit);
                boolean twitched = Math.abs(when - release.secondsUnder(limit)) > 0.03;
                (twitched ? twitchedErrors : errors).add(seen.get(i).releaseSeconds() - when);
            }
        }
        assertThat(errors.size() + twitchedErrors.size()).isEqualTo(200);
        assertThat(errors)
                .hasSizeGreaterThan(170)
                .allSatisfy(error -> assertThat(error).isCloseTo(0, within(0.1)));
        // a twitch in the middle of the fall is no such curve
        assertThat(twitchedErrors).allSatisfy(error -> assertThat(error).isCloseTo(0, within(0.15)));
    }

    @Test
    void reactionAndFallMakeTheRelease() {
        TrainedPatient person =
                person(4, new MuscleHabits(60, 1, 0.5, 0.15, 0), 5).run(now -> {});
        MuscleRelease truth = person.patient().trueReleases().get(1);
        assertThat(truth.dropSeconds() - truth.cueSeconds()).isBetween(0.4, 0.6);
        assertThat(person.found("release_reaction_s")).isCloseTo(0.5, within(0.1));
        assertThat(person.found("release_fall_s"))
                .isCloseTo(truth.secondsUnder(person.found("release_limit_uV")) - 0.5, within(0.15));
        assertThat(person.found("release_held_10s_pct")).isGreaterThan(80);
        assertThat(person.found("releases_judged")).isEqualTo(5);
    }

    @Test
    void aPersonWhoDoesNotLetGoIsNoticedCalmlyAndGivenMoreTime() {
        TreeSet<String> said = new TreeSet<>();
        TrainedPatient person =
                person(7, new MuscleHabits(60, 1, 0.3, 0.15, 0.5), 2).run(now -> said.add(now.cue()));
        assertThat(person.found("releases_not_let_go")).isEqualTo(2);
        assertThat(person.found("releases_lengthened")).isEqualTo(2);
        assertThat(person.found("release_s")).isNaN();
        assertThat(said).anyMatch(cue -> cue.startsWith("There is time."));
    }

    @Test
    void whatIsAskedOfTheMuscleGoesWithTheWords() {
        TreeSet<String> asked = new TreeSet<>();
        person(7, MuscleHabits.USUAL, 2).run(now -> {
            if (now.cue().equals("Lift.") || now.cue().equals("Let go.")) {
                asked.add(now.cue() + now.effort());
            }
        });
        assertThat(asked).containsExactly("Let go.LET_GO", "Lift.TENSE");
    }

    @Test
    void thePauseIsLengthenedByTwentySecondsAtMost() {
        TrainedPatient quick = person(7, MuscleHabits.USUAL, 2).run(now -> {});
        TrainedPatient slow =
                person(7, new MuscleHabits(60, 1, 0.3, 0.15, 0.5), 2).run(now -> {});
        assertThat(slow.patient().seconds() - quick.patient().seconds()).isBetween(39.0, 41.0);
    }

    @Test
    void whoLetsGoLateIsWaitedForOnlyAsLongAsNeeded() {
        TrainedPatient person = person(3, new MuscleHabits(60, 1, 0.3, 5, 0), 1).run(now -> {});
        assertThat(person.found("releases_not_let_go")).isZero();
        assertThat(person.found("release_s")).isGreaterThan(8);
        assertThat(person.found("releases_lengthened")).isEqualTo(1);
    }

    @Test
    void tooStrongIsSaidAndTheScriptGoesOn() {
        TreeSet<String> said = new TreeSet<>();
        TrainedPatient person = person(7, MuscleHabits.USUAL, 2);
        person.run(now -> {
            if (now.phaseIndex() == 2 && !said.contains("stronger")) {
                said.add("stronger");
                person.patient().habits(new MuscleHabits(150, 1, 0.3, 0.15, 0));
            }
            said.add(now.cue());
        });
        assertThat(said).anyMatch(cue -> cue.startsWith("That is plenty."));
        assertThat(person.found("contractions_too_strong")).isEqualTo(2);
        assertThat(person.found("releases_judged")).isEqualTo(2);
    }

    @Test
    void noContractionIsSaidAndTheScriptGoesOn() {
        TreeSet<String> said = new TreeSet<>();
        TrainedPatient person =
                person(7, new MuscleHabits(60, 0, 0.3, 0.15, 0), 2).run(now -> said.add(now.cue()));
        assertThat(person.found("contractions_not_seen")).isEqualTo(2);
        assertThat(said).anyMatch(cue -> cue.startsWith("No tension was seen"));
        assertThat(person.found("releases_judged")).isNaN();
    }

    @Test
    void theContractionIsARealOneOf20To70PercentOfTheComfortableOne() {
        TrainedPatient person = person(7, MuscleHabits.USUAL, 3).run(now -> {});
        assertThat(person.found("comfortable_effort_uV")).isBetween(50.0, 75.0);
        assertThat(person.found("release_contraction_pct")).isBetween(30.0, 60.0);
    }

    @Test
    void theComfortableEffortIsOfTheMuscleThatTheSensorSitsOn() {
        Script effort = new Script(
                "effort",
                "Effort",
                false,
                List.of("shoulders"),
                List.of(new Step("Tense your {group}.", 6, Wait.REFERENCE, "sensed", 0, "")),
                "");
        TreeSet<String> said = new TreeSet<>();
        TrainedPatient person = new TrainedPatient(
                PROTOCOL,
                SimulatedPerson.resting(7).withTension(0, 4, 2.5),
                Map.of("effort", effort, "tense", tense(1)),
                Remembered.NOTHING);
        person.control().answer("pmr-site", "right hand");
        person.run(now -> said.add(now.cue()));
        assertThat(said).contains("Tense your right hand.");
        assertThat(person.found("comfortable_effort_uV")).isBetween(50.0, 75.0);
    }

    @Test
    void anEffortOfAMuscleThatHurtsIsNotAskedFor() {
        Script effort = new Script(
                "effort",
                "Effort",
                false,
                List.of("shoulders"),
                List.of(new Step("Tense your {group}.", 6, Wait.REFERENCE, "sensed", 0, "")),
                "");
        ScriptPlayer player = new ScriptPlayer();
        player.begin(effort.on(Set.of("right-hand")), Set.of("hand"));
        assertThat(player.over()).isTrue();
    }

    @Test
    void groupsThatHurtAreLeftOutAndRemembered() {
        TreeSet<String> said = new TreeSet<>();
        TrainedPatient person = person(7, MuscleHabits.USUAL, 2);
        person.control().answer("pmr-skip", "Shoulders, left hand");
        person.run(now -> said.add(now.cue()));
        assertThat(said).noneMatch(cue -> cue.equals("Lift."));
        assertThat(person.loop().findings())
                .anyMatch(found -> found.key().equals("pmr_skipped_groups")
                        && found.text().equals("left-hand, shoulders")
                        && found.remembered());
    }

    @Test
    void aPartOfAGroupsNameLeavesItOutToo() {
        assertThat(ScriptPlayer.among("right-upper-arm", Set.of("arm"))).isTrue();
        assertThat(ScriptPlayer.among("right-upper-arm", Set.of("left-hand"))).isFalse();
    }

    @Test
    void aCoughInTheMiddleHidesTheLettingGoInsteadOfSpoilingIt() {
        TrainedPatient person = person(7, MuscleHabits.USUAL, 2);
        TreeSet<String> done = new TreeSet<>();
        person.run(now -> {
            if (now.cue().equals("Let go.") && done.add("cough")) {
                person.control().event("cough");
            }
        });
        assertThat(person.found("releases_hidden")).isEqualTo(1);
        assertThat(person.found("releases_judged")).isEqualTo(1);
    }

    @Test
    void aHoldStartsTheContractionAgainAndCountsNothing() {
        TrainedPatient person = person(7, MuscleHabits.USUAL, 1);
        TreeSet<String> done = new TreeSet<>();
        person.run(now -> {
            if (now.cue().equals("Lift.") && done.add("hold")) {
                person.control().hold();
                person.control().resume();
            }
        });
        assertThat(person.found("releases_judged")).isEqualTo(1);
    }

    @Test
    void theCurvesAreAlignedAtTheCueBesideThoseOfTheFirstSession() {
        TrainedPatient first =
                person(7, new MuscleHabits(60, 1, 0.9, 0.4, 0), 2).run(now -> {});
        Finding curve = first.loop().findings().stream()
                .filter(found -> found.key().equals(ReleaseLog.CURVE))
                .findFirst()
                .orElseThrow();
        Map<String, Finding> known = Map.of(curve.key(), curve);
        TrainedPatient later = new TrainedPatient(
                        PROTOCOL,
                        SimulatedPerson.resting(8).withTension(0, 4, 2.5),
                        Map.of("effort", EFFORT, "tense", tense(2)),
                        new Remembered(known, known))
                .run(now -> {});
        ReleaseCurves curves = later.loop().releaseCurves();
        int oneSecondAfter = (int) Math.round((ReleaseCurves.BEFORE_SECONDS + 1) / ReleaseCurves.STEP_SECONDS);
        assertThat(curves.today()).hasSize(2);
        assertThat(curves.mean()).hasSize(ReleaseCurves.VALUES);
        assertThat(curves.mean().get(5)).isGreaterThan(20);
        assertThat(curves.mean().get(oneSecondAfter)).isLessThan(6);
        assertThat(curves.first().get(oneSecondAfter)).isGreaterThan(15);
    }

    @Test
    void withoutASensorTheScriptLeadsByTime() {
        ReleaseTraining exercise = new ReleaseTraining();
        exercise.begin(new Start(
                PROTOCOL, new PacerCell(), Set.of(), List.of(), Remembered.NOTHING, Map.of("tense", tense(1))));
        exercise.phase(PHASES.get(2), 0);
        Feedback feedback = new Feedback(0, 0, 3);
        double t = 0;
        while (!exercise.done()) {
            exercise.step(t, feedback);
            t += 0.02;
        }
        assertThat(t).isCloseTo(17, within(0.1));
    }

    @Test
    void aScriptThatIsNotThereIsSaid() {
        ReleaseTraining exercise = new ReleaseTraining();
        exercise.begin(new Start(PROTOCOL, new PacerCell()));
        exercise.phase(PHASES.get(2), 0);
        Feedback feedback = new Feedback(0, 0, 3);
        exercise.step(0, feedback);
        assertThat(feedback.note()).contains("There is no script tense");
    }

    @Test
    void lettingGoIsToldFromItsCueOn() {
        List<Double> seconds = new ArrayList<>();
        List<String> cues = new ArrayList<>();
        person(4, MuscleHabits.USUAL, 2).run(now -> {
            if (!Double.isNaN(now.letGoSeconds())) {
                seconds.add(now.letGoSeconds());
                cues.add(now.cue());
            }
        });
        assertThat(seconds.get(0)).isLessThan(0.05);
        assertThat(seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow())
                .isBetween(11.9, 12.1);
        assertThat(cues).containsOnly("Let go.");
    }

    @Test
    void eachCurveIsThereAsSoonAsItIsJudgedAndNotOnlyAtTheEnd() {
        TreeSet<Integer> seen = new TreeSet<>();
        TrainedPatient person = person(4, MuscleHabits.USUAL, 3);
        person.run(now -> {
            if (now.phaseIndex() == 2 && now.state() == Feedback.State.RUNNING) {
                seen.add(person.loop().releaseCurves().today().size());
            }
        });
        assertThat(seen).contains(0, 1, 2);
    }

    @Test
    void theFirstSessionsCurveIsThereFromTheBeginning() {
        TrainedPatient first = person(4, MuscleHabits.USUAL, 2).run(now -> {});
        Map<String, Finding> kept = new java.util.HashMap<>();
        first.loop().findings().forEach(finding -> kept.put(finding.key(), finding));
        TrainedPatient later = new TrainedPatient(
                PROTOCOL,
                SimulatedPerson.resting(5),
                Map.of("effort", EFFORT, "tense", tense(1)),
                new Remembered(kept, kept));
        assertThat(later.loop().releaseCurves().first()).hasSize(ReleaseCurves.VALUES);
    }
}

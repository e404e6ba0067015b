package org.stillpoint.training;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.stillpoint.metric.Event;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.RrVerdict;

/**
 * The exercises of a session, and which of them run in the phase of now: all, or the one that the phase names. On training's
 * thread; what comes with every sample allocates nothing.
 */
final class RunningExercises {

    private final List<Exercise> all;
    private final boolean[] active;
    private final List<List<Entries>> entries;

    RunningExercises(Start start) {
        all = Exercises.of(start.protocol());
        active = new boolean[all.size()];
        for (Exercise exercise : all) {
            exercise.begin(start);
        }
        entries = all.stream().map(Exercise::entries).toList();
    }

    /** Tells which exercises lack a sensor, each with the set of which it needs one. */
    void missing(Set<Modality> worn, BiConsumer<Exercise, Set<Modality>> to) {
        for (Exercise exercise : all) {
            for (Set<Modality> oneOf : exercise.needs()) {
                if (oneOf.stream().noneMatch(worn::contains)) {
                    to.accept(exercise, oneOf);
                }
            }
        }
    }

    /** From now on those of this phase run. */
    void choose(Phase phase) {
        for (int e = 0; e < active.length; e++) {
            active[e] = phase.exercise().isEmpty()
                    || phase.exercise().equals(all.get(e).id());
        }
    }

    void phase(Phase phase, double tSeconds) {
        for (int e = 0; e < active.length; e++) {
            if (active[e]) {
                for (Entries kept : entries.get(e)) {
                    kept.at(tSeconds);
                    kept.phaseBegins();
                }
                all.get(e).phase(phase, tSeconds);
            }
        }
    }

    void phaseEnds(Phase phase, double tSeconds, boolean whole) {
        for (int e = 0; e < active.length; e++) {
            if (active[e]) {
                all.get(e).phaseEnds(phase, tSeconds, whole);
                if (!whole) {
                    entries.get(e).forEach(Entries::takeBack);
                }
            }
        }
    }

    /** Something disturbed the body from this time on: what was gathered since is given back. */
    void disturbed(double fromSeconds) {
        for (int e = 0; e < active.length; e++) {
            if (active[e]) {
                entries.get(e).forEach(kept -> kept.takeBackSince(fromSeconds));
                all.get(e).disturbed(fromSeconds);
            }
        }
    }

    void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        for (int e = 0; e < active.length; e++) {
            if (active[e]) {
                all.get(e).beat(tSeconds, rrMillis, verdict);
            }
        }
    }

    void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        for (int e = 0; e < active.length; e++) {
            if (active[e]) {
                all.get(e).breath(inhaleSeconds, exhaleSeconds, endSeconds, depth);
            }
        }
    }

    void muscle(Event event, double tSeconds, double value) {
        for (int e = 0; e < active.length; e++) {
            if (active[e]) {
                all.get(e).muscle(event, tSeconds, value);
            }
        }
    }

    /** The sentence of now is that of the last one that has something to say: silence takes nobody's words away. */
    void step(double tSeconds, Feedback feedback) {
        String said = "";
        for (int e = 0; e < active.length; e++) {
            if (active[e]) {
                feedback.cue = "";
                List<Entries> its = entries.get(e);
                for (int i = 0; i < its.size(); i++) {
                    its.get(i).at(tSeconds);
                }
                all.get(e).step(tSeconds, feedback);
                said = feedback.cue.isEmpty() ? said : feedback.cue;
            }
        }
        feedback.cue = said;
    }

    /** Whether one of those that run has all it wants of the phase. */
    boolean done() {
        for (int e = 0; e < active.length; e++) {
            if (active[e] && all.get(e).done()) {
                return true;
            }
        }
        return false;
    }

    void hold(double tSeconds) {
        for (int e = 0; e < active.length; e++) {
            if (active[e]) {
                all.get(e).hold(tSeconds);
            }
        }
    }

    /** What was held goes on. Those that do not run were not held: they would never hear that it goes on. */
    void resume(double tSeconds) {
        for (int e = 0; e < active.length; e++) {
            if (active[e]) {
                all.get(e).resume(tSeconds);
            }
        }
    }

    /** A wish goes to all, for what is wished in one phase may be meant for the next. */
    void wish(TrainingControl.Wish wish, double tSeconds) {
        for (Exercise exercise : all) {
            exercise.wish(wish, tSeconds);
        }
    }

    /** What all of them found so far. */
    List<Finding> findings() {
        return all.stream().flatMap(exercise -> exercise.findings().stream()).toList();
    }

    /** What a resonance assessment has to show; empty when none runs. Any thread. */
    ResonanceSheet resonance() {
        for (Exercise exercise : all) {
            if (exercise instanceof ResonanceAssessment assessment) {
                return assessment.sheet();
            }
        }
        return ResonanceSheet.EMPTY;
    }

    /** Levels around each letting go; any thread. */
    ReleaseCurves releaseCurves() {
        for (Exercise exercise : all) {
            ReleaseCurves curves = exercise.releaseCurves();
            if (!curves.today().isEmpty() || !curves.first().isEmpty()) {
                return curves;
            }
        }
        return ReleaseCurves.NONE;
    }
}

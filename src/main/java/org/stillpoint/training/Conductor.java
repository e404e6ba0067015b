package org.stillpoint.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.stillpoint.metric.Absence;
import org.stillpoint.metric.Event;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.signal.RrVerdict;
import org.stillpoint.training.Feedback.State;

/**
 * Leads through the phases of a protocol: its clock, the therapist's wishes, the exercises of each phase, and what of all
 * that belongs into the recording. On training's thread; allocates only at wishes and at the ends of phases.
 */
final class Conductor {

    private static final double EVENT_BEFORE_SECONDS = 3;
    private static final double EVENT_AFTER_SECONDS = 2;

    private final Start start;
    private final RunningExercises exercises;
    private final Timeline timeline;
    private final Pipeline pipeline;
    private final TrainingControl control;
    private final Feedback feedback;
    private final Queue<Marker> markers = new ConcurrentLinkedQueue<>();
    private final Map<String, Finding> found = new HashMap<>();
    private final Map<String, Finding> chosen = new ConcurrentHashMap<>();
    private double lastTickSeconds = Double.NaN;
    private double countsFromSeconds = Double.NEGATIVE_INFINITY;
    private double maskedFromSeconds = Double.NaN;
    private double maskedUntilSeconds = Double.NEGATIVE_INFINITY;
    private boolean veilWished;
    private boolean awaited;
    private boolean answered;

    Conductor(Start start, Pipeline pipeline, TrainingControl control, Feedback feedback) {
        this.start = start;
        this.exercises = new RunningExercises(start);
        this.timeline = new Timeline(start.protocol());
        this.pipeline = pipeline;
        this.control = control;
        this.feedback = feedback;
        exercises.missing(start.sensors(), this::missing);
        leaveOutUnasked();
    }

    /** A question about sensors that nobody wears is not asked. */
    private void leaveOutUnasked() {
        List<Phase> phases = start.protocol().phases();
        for (int i = 0; i < phases.size(); i++) {
            boolean asks = phases.get(i).kind() == PhaseKind.QUESTION;
            if (asks && !start.protocol().question(phases.get(i).question()).fits(pipeline.worn())) {
                timeline.leaveOut(i);
            }
        }
    }

    private void missing(Exercise exercise, Set<Modality> oneOf) {
        String words = oneOf.stream()
                .map(modality -> modality.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(" or "));
        feedback.note =
                exercise.name() + " runs without its " + words + " sensor: it leads, and measures nothing of that.";
        mark(0, "degraded", exercise.id() + " without " + words);
    }

    Marker pollMarker() {
        return markers.poll();
    }

    /** What a resonance assessment has to show; empty when none runs. Any thread. */
    ResonanceSheet resonance() {
        return exercises.resonance();
    }

    /** What all exercises found so far, and what the person chose to see and hear. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(chosen.values());
        findings.addAll(exercises.findings());
        return findings;
    }

    /** Levels around each letting go; any thread. */
    ReleaseCurves releaseCurves() {
        return exercises.releaseCurves();
    }

    void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        if (counts(rrMillis > 0 ? tSeconds - rrMillis / 1000 : tSeconds, tSeconds)) {
            exercises.beat(tSeconds, rrMillis, verdict);
        }
    }

    void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        if (counts(inhaleSeconds, endSeconds)) {
            exercises.breath(inhaleSeconds, exhaleSeconds, endSeconds, depth);
        }
    }

    void muscle(Event event, double tSeconds, double value) {
        if (counts(tSeconds, tSeconds)) {
            exercises.muscle(event, tSeconds, value);
        }
    }

    /**
     * What was found counts when all of it lies in time that counts: it comes a little after it happened, so part of it may
     * have happened while the session was held, or while something disturbed the body.
     */
    private boolean counts(double fromSeconds, double toSeconds) {
        boolean disturbed = toSeconds >= maskedFromSeconds && fromSeconds <= maskedUntilSeconds;
        return counting() && fromSeconds >= countsFromSeconds && !disturbed;
    }

    private boolean counting() {
        return feedback.state == State.RUNNING && !feedback.asking;
    }

    /** 20 ms of sample time are over: wishes, clock, exercises. */
    void tick(double tSeconds) {
        double passed = Double.isNaN(lastTickSeconds) ? 0 : tSeconds - lastTickSeconds;
        lastTickSeconds = tSeconds;
        if (feedback.state == State.READY) {
            feedback.state = State.RUNNING;
            enter(tSeconds);
        }
        TrainingControl.Wish wish = control.next();
        while (wish != null) {
            if (Double.isFinite(wish.number()) || wish.kind() == TrainingControl.Kind.END_AT) {
                obey(wish, tSeconds);
            }
            wish = control.next();
        }
        if (feedback.masked && tSeconds >= maskedUntilSeconds) {
            feedback.masked = false;
            pipeline.mask(feedback.state == State.HELD);
        }
        if (counting()) {
            timeline.pass(passed);
            if (timeline.over()) {
                end(tSeconds, timeline.overshootSeconds());
            } else if (timeline.phase().end() == PhaseEnd.DONE && done()) {
                end(tSeconds, 0);
            }
        }
        if (counting()) {
            feedback.veiled = veilWished || timeline.phase().veiled(timeline.elapsedSeconds());
            step(tSeconds);
        }
        PacerCell pacer = start.pacer();
        if (!feedback.pacing && pacer.running()) {
            pacer.write(false, pacer.ratePerMinute(), pacer.inhaleShare(), 0);
        }
        feedback.phaseIndex = timeline.index();
        feedback.phaseElapsedSeconds = timeline.elapsedSeconds();
        feedback.phaseSeconds = timeline.lengthSeconds();
    }

    private void step(double tSeconds) {
        exercises.step(tSeconds, feedback);
        // whatever an exercise thinks: nothing is earned that is not seen, is disturbed or is bought with too much air
        feedback.rewarded &= !feedback.masked && !feedback.veiled && !feedback.softer;
    }

    private boolean done() {
        return awaited ? answered : exercises.done();
    }

    private void enter(double tSeconds) {
        Phase phase = timeline.phase();
        awaited = !phase.question().isEmpty()
                && start.protocol().question(phase.question()).takes().awaited();
        answered = false;
        clear();
        exercises.choose(phase);
        feedback.asking = !phase.consent().isEmpty();
        plan();
        mark(tSeconds, "phase", phase.title());
        if (!feedback.asking) {
            exercises.phase(phase, tSeconds);
        }
    }

    /** Nothing of one phase may be left in the next. */
    private void clear() {
        feedback.pacing = false;
        feedback.pacerPhase = Double.NaN;
        feedback.thresholdMicrovolts = Double.NaN;
        feedback.rewarded = false;
        feedback.trainedMuscle = TrainedMuscle.FIRST;
        feedback.softer = false;
        feedback.pacerPauseFullShare = 0;
        feedback.pacerPauseEmptyShare = 0;
        feedback.cue = "";
        feedback.audio = "";
        feedback.effort = Effort.NOTHING;
        feedback.goalValue = Double.NaN;
        feedback.goalLine = Double.NaN;
        feedback.goalMeter = -1;
        feedback.pacerSecondsLeft = Double.NaN;
        feedback.letGoSeconds = Double.NaN;
    }

    private void plan() {
        for (int i = 0; i < feedback.plannedSeconds.length; i++) {
            feedback.plannedSeconds[i] = timeline.plannedSeconds(i);
        }
    }

    /** Ends the phase and begins the next; one that ended by its clock hands over what it ran late. */
    private void end(double tSeconds, double lateSeconds) {
        phaseEnds(tSeconds - lateSeconds, true);
        next(tSeconds, lateSeconds);
    }

    private void phaseEnds(double tSeconds, boolean whole) {
        if (feedback.asking) {
            return;
        }
        exercises.phaseEnds(timeline.phase(), tSeconds, whole);
        for (Finding finding : findings()) {
            if (!finding.equals(found.put(finding.key(), finding))) {
                mark(tSeconds, Finding.MARKER, finding.label());
            }
        }
    }

    private void next(double tSeconds, double lateSeconds) {
        if (timeline.next(lateSeconds)) {
            enter(tSeconds - lateSeconds);
        } else {
            finish(tSeconds - lateSeconds);
        }
    }

    private void finish(double tSeconds) {
        feedback.state = State.FINISHED;
        feedback.asking = false;
        quiet(tSeconds);
        clear();
        mark(tSeconds, "finish", "");
    }

    private void quiet(double tSeconds) {
        feedback.pacing = false;
        feedback.pacerPhase = Double.NaN;
        feedback.letGoSeconds = Double.NaN;
        feedback.rewarded = false;
        exercises.hold(tSeconds);
    }

    private void obey(TrainingControl.Wish wish, double tSeconds) {
        if (feedback.state == State.FINISHED
                && wish.kind() != TrainingControl.Kind.RATING
                && wish.kind() != TrainingControl.Kind.ANSWER
                && wish.kind() != TrainingControl.Kind.MARK) {
            return;
        }
        switch (wish.kind()) {
            case HOLD -> {
                if (feedback.state == State.RUNNING) {
                    feedback.state = State.HELD;
                    pipeline.mask(true);
                    quiet(tSeconds);
                    mark(tSeconds, "hold", "");
                }
            }
            case RESUME -> resume(tSeconds);
            case REPEAT_PHASE -> {
                resume(tSeconds);
                phaseEnds(tSeconds, false);
                timeline.repeat();
                enter(tSeconds);
            }
            case NEXT_PHASE -> {
                resume(tSeconds);
                end(tSeconds, 0);
            }
            case SKIP_PHASE -> {
                resume(tSeconds);
                mark(tSeconds, "skip", timeline.phase().title());
                phaseEnds(tSeconds, false);
                next(tSeconds, 0);
            }
            case AGREE -> {
                if (feedback.asking) {
                    feedback.asking = false;
                    countsFromSeconds = tSeconds;
                    mark(tSeconds, "agree", timeline.phase().title());
                    exercises.phase(timeline.phase(), tSeconds);
                }
            }
            case MORE_TIME -> {
                timeline.more(wish.number());
                plan();
                mark(tSeconds, "more-time", Double.toString(wish.number()));
            }
            case PHASE_LENGTH -> {
                timeline.change(Integer.parseInt(wish.text()), wish.number());
                plan();
                mark(tSeconds, "phase-length", wish.text() + ": " + wish.number());
            }
            case DROP_PHASE, KEEP_PHASE -> {
                boolean out = wish.kind() == TrainingControl.Kind.DROP_PHASE;
                timeline.drop((int) wish.number(), out);
                plan();
                mark(tSeconds, out ? "drop" : "keep", Integer.toString((int) wish.number()));
            }
            case END_AT -> {
                feedback.appointmentEndSeconds = wish.number();
                mark(tSeconds, "appointment-end", Double.toString(wish.number()));
            }
            case MARK -> mark(tSeconds, "note", wish.text());
            case EVENT -> {
                mark(Math.max(0, tSeconds - EVENT_BEFORE_SECONDS), "event", wish.text());
                maskedFromSeconds = tSeconds - EVENT_BEFORE_SECONDS - EVENT_AFTER_SECONDS;
                maskedUntilSeconds = tSeconds + EVENT_AFTER_SECONDS;
                feedback.masked = true;
                if (feedback.state != State.HELD) {
                    pipeline.mask(Absence.MARKED);
                }
                exercises.disturbed(maskedFromSeconds);
            }
            case RATING -> {
                answered |= wish.text().equals(timeline.phase().question());
                mark(tSeconds, "rating", wish.text() + " " + wish.number());
                exercises.wish(wish, tSeconds);
            }
            case ANSWER -> {
                answered |= wish.text().startsWith(timeline.phase().question() + ": ");
                mark(tSeconds, "answer", wish.text());
                exercises.wish(wish, tSeconds);
            }
            case SOUND -> choose(tSeconds, "sound", Remembered.soundOf(start.protocol()), wish.text());
            case DISPLAY -> choose(tSeconds, "display", Remembered.displayOf(start.protocol()), wish.text());
            case VOLUME -> mark(tSeconds, "volume", String.format(Locale.ROOT, "%.2f", wish.number()));
            case VEIL -> {
                veilWished = wish.number() > 0;
                feedback.veiled = veilWished;
                mark(tSeconds, "veil", veilWished ? "on" : "off");
            }
            case FINISH -> {
                resume(tSeconds);
                phaseEnds(tSeconds, true);
                finish(tSeconds);
            }
            default -> {
                exercises.wish(wish, tSeconds);
                mark(tSeconds, markerKind(wish.kind()), wish.number() == 0 ? "" : Double.toString(wish.number()));
            }
        }
    }

    private void choose(double tSeconds, String kind, String key, String id) {
        chosen.put(key, Finding.kept(key, Double.NaN, id));
        mark(tSeconds, kind, id.isEmpty() ? "as the protocol" : id);
    }

    private static String markerKind(TrainingControl.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void resume(double tSeconds) {
        if (feedback.state == State.HELD) {
            feedback.state = State.RUNNING;
            countsFromSeconds = tSeconds;
            pipeline.mask(feedback.masked ? Absence.MARKED : Absence.NONE);
            exercises.resume(tSeconds);
            mark(tSeconds, "resume", "");
        }
    }

    private void mark(double tSeconds, String kind, String label) {
        markers.add(new Marker(tSeconds, kind, label));
    }
}

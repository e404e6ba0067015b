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
    private final List<Exercise> exercises;
    private final Timeline timeline;
    private final Pipeline pipeline;
    private final TrainingControl control;
    private final Feedback feedback;
    private final Queue<Marker> markers = new ConcurrentLinkedQueue<>();
    private final Map<String, Finding> found = new HashMap<>();
    private final Map<String, Finding> chosen = new ConcurrentHashMap<>();
    private final boolean[] active;
    private double lastTickSeconds = Double.NaN;
    private double maskedUntilSeconds = Double.NEGATIVE_INFINITY;
    private boolean veilWished;
    private boolean answered;

    Conductor(Start start, Pipeline pipeline, TrainingControl control, Feedback feedback) {
        this.start = start;
        this.exercises = Exercises.of(start.protocol());
        this.timeline = new Timeline(start.protocol());
        this.pipeline = pipeline;
        this.control = control;
        this.feedback = feedback;
        active = new boolean[exercises.size()];
        for (Exercise exercise : exercises) {
            exercise.begin(start);
            missing(exercise);
        }
    }

    private void missing(Exercise exercise) {
        for (Set<Modality> oneOf : exercise.needs()) {
            if (oneOf.stream().noneMatch(start.sensors()::contains)) {
                String words = oneOf.stream()
                        .map(modality -> modality.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(" or "));
                feedback.note = exercise.name() + " runs without its " + words
                        + " sensor: it leads, and measures nothing of that.";
                mark(0, "degraded", exercise.id() + " without " + words);
            }
        }
    }

    Marker pollMarker() {
        return markers.poll();
    }

    /** What a resonance assessment has to show; empty when none runs. Any thread. */
    ResonanceSheet resonance() {
        for (Exercise exercise : exercises) {
            if (exercise instanceof ResonanceAssessment assessment) {
                return assessment.sheet();
            }
        }
        return ResonanceSheet.EMPTY;
    }

    /** What all exercises found so far, and what the person chose to see and hear. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(chosen.values());
        exercises.forEach(exercise -> findings.addAll(exercise.findings()));
        return findings;
    }

    /** Levels around each letting go; any thread. */
    ReleaseCurves releaseCurves() {
        for (Exercise exercise : exercises) {
            ReleaseCurves curves = exercise.releaseCurves();
            if (!curves.today().isEmpty()) {
                return curves;
            }
        }
        return ReleaseCurves.NONE;
    }

    void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        if (counting()) {
            for (int e = 0; e < active.length; e++) {
                if (active[e]) {
                    exercises.get(e).beat(tSeconds, rrMillis, verdict);
                }
            }
        }
    }

    void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        if (counting()) {
            for (int e = 0; e < active.length; e++) {
                if (active[e]) {
                    exercises.get(e).breath(inhaleSeconds, exhaleSeconds, endSeconds, depth);
                }
            }
        }
    }

    void muscle(Event event, double tSeconds, double value) {
        if (counting()) {
            for (int e = 0; e < active.length; e++) {
                if (active[e]) {
                    exercises.get(e).muscle(event, tSeconds, value);
                }
            }
        }
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
            obey(wish, tSeconds);
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
        feedback.phaseIndex = timeline.index();
        feedback.phaseElapsedSeconds = timeline.elapsedSeconds();
        feedback.phaseSeconds = timeline.lengthSeconds();
    }

    private void step(double tSeconds) {
        for (int e = 0; e < active.length; e++) {
            if (active[e]) {
                exercises.get(e).step(tSeconds, feedback);
            }
        }
        if (feedback.masked) {
            feedback.rewarded = false;
        }
        PacerCell pacer = start.pacer();
        if (!feedback.pacing && pacer.running()) {
            pacer.write(false, pacer.ratePerMinute(), pacer.inhaleShare(), 0);
        }
    }

    private boolean done() {
        if (!timeline.phase().question().isEmpty() && !answered) {
            return false;
        }
        for (int e = 0; e < active.length; e++) {
            if (active[e] && exercises.get(e).done()) {
                return true;
            }
        }
        return answered;
    }

    private void enter(double tSeconds) {
        Phase phase = timeline.phase();
        answered = false;
        clear();
        for (int e = 0; e < active.length; e++) {
            active[e] = phase.exercise().isEmpty()
                    || phase.exercise().equals(exercises.get(e).id());
        }
        feedback.asking = !phase.consent().isEmpty();
        plan();
        mark(tSeconds, "phase", phase.title());
        if (!feedback.asking) {
            begin(phase, tSeconds);
        }
    }

    private void begin(Phase phase, double tSeconds) {
        for (int e = 0; e < active.length; e++) {
            if (active[e]) {
                exercises.get(e).phase(phase, tSeconds);
            }
        }
    }

    /** Nothing of one phase may be left in the next. */
    private void clear() {
        feedback.pacing = false;
        feedback.pacerPhase = Double.NaN;
        feedback.thresholdMicrovolts = Double.NaN;
        feedback.rewarded = false;
        feedback.cue = "";
        feedback.audio = "";
        feedback.effort = Feedback.Effort.NOTHING;
        feedback.goalValue = Double.NaN;
        feedback.goalLine = Double.NaN;
        feedback.stepSeconds = Double.NaN;
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
        for (int e = 0; e < active.length; e++) {
            if (active[e]) {
                exercises.get(e).phaseEnds(timeline.phase(), tSeconds, whole);
            }
        }
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
        quiet(tSeconds);
        clear();
        mark(tSeconds, "finish", "");
    }

    private void quiet(double tSeconds) {
        feedback.pacing = false;
        feedback.pacerPhase = Double.NaN;
        feedback.rewarded = false;
        for (Exercise exercise : exercises) {
            exercise.hold(tSeconds);
        }
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
                    mark(tSeconds, "agree", timeline.phase().title());
                    begin(timeline.phase(), tSeconds);
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
                maskedUntilSeconds = tSeconds + EVENT_AFTER_SECONDS;
                feedback.masked = true;
                pipeline.mask(true);
            }
            case RATING -> {
                answered |= wish.text().equals(timeline.phase().question());
                mark(tSeconds, "rating", wish.text() + " " + wish.number());
                tell(wish, tSeconds);
            }
            case ANSWER -> {
                answered |= wish.text().startsWith(timeline.phase().question() + ": ");
                mark(tSeconds, "answer", wish.text());
                tell(wish, tSeconds);
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
                tell(wish, tSeconds);
                mark(tSeconds, markerKind(wish.kind()), wish.number() == 0 ? "" : Double.toString(wish.number()));
            }
        }
    }

    private void choose(double tSeconds, String kind, String key, String id) {
        chosen.put(key, Finding.kept(key, Double.NaN, id));
        mark(tSeconds, kind, id.isEmpty() ? "as the protocol" : id);
    }

    private void tell(TrainingControl.Wish wish, double tSeconds) {
        for (Exercise exercise : exercises) {
            exercise.wish(wish, tSeconds);
        }
    }

    private static String markerKind(TrainingControl.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void resume(double tSeconds) {
        if (feedback.state == State.HELD) {
            feedback.state = State.RUNNING;
            pipeline.mask(feedback.masked);
            for (int e = 0; e < active.length; e++) {
                if (active[e]) {
                    exercises.get(e).resume(tSeconds);
                }
            }
            mark(tSeconds, "resume", "");
        }
    }

    private void mark(double tSeconds, String kind, String label) {
        markers.add(new Marker(tSeconds, kind, label));
    }
}

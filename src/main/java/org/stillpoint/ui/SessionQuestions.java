package org.stillpoint.ui;

import java.util.List;
import java.util.Optional;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;

/**
 * What a running session asks of the patient now, one thing at a time: consent before a phase that wants it, the question
 * of a phase, distress before the first exercise and after the last, and after each trial what the patient did. Everything
 * can be skipped.
 *
 * <p>Shared by the console and the patient's window, so that an answer on one counts on both. {@link #look} is called once
 * a frame or more; JavaFX thread only.
 */
public final class SessionQuestions {

    /** Distress from which on, or by how much more, an exercise is followed by rest and not by more of it. */
    private static final int HIGH_DISTRESS = 7;

    private static final int RISEN_DISTRESS = 3;
    private static final double BASELINE_ASKS_SECONDS = 45;
    private static final String DISTRESS = "distress";

    private static final String STOP =
            "Stop here. Let your breath come and go as it likes. Feel your feet on the floor and look around the room.";

    private final LiveSession session;
    private final List<Phase> phases;
    private final int firstExercise;
    private final boolean asksDistress;
    private final boolean asksWhatHelped;

    private Feedback.State state = Feedback.State.READY;
    private int phase = -1;
    private double elapsed;
    private boolean asking;
    private boolean phaseAnswered;
    private boolean exercised;
    private boolean beforeDone;
    private boolean afterDone;
    private String trial = "";
    private int picked = -1;
    private int distressBefore = -1;
    private String alarm = "";

    public SessionQuestions(LiveSession session) {
        this.session = session;
        this.phases = session.protocol().phases();
        this.firstExercise = firstExercise(phases);
        this.asksDistress = firstExercise >= 0
                && phases.stream().noneMatch(each -> each.question().startsWith(DISTRESS));
        this.asksWhatHelped = phases.stream().noneMatch(each -> each.question().equals(Questions.WHAT_HELPED));
    }

    private static int firstExercise(List<Phase> phases) {
        for (int i = 0; i < phases.size(); i++) {
            if (exercises(phases.get(i).kind())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean exercises(PhaseKind kind) {
        return kind.paces() || kind.trains() || kind == PhaseKind.SCRIPT || kind == PhaseKind.STRESSOR;
    }

    /** Follows the session. */
    public void look(Feedback newest) {
        int before = phase;
        boolean again = newest.phaseIndex() == before && newest.phaseElapsedSeconds() < elapsed - 1;
        state = newest.state();
        asking = newest.asking() && state != Feedback.State.FINISHED;
        elapsed = newest.phaseElapsedSeconds();
        phase = newest.phaseIndex();
        if (phase != before || again) {
            phaseAnswered = false;
            picked = -1;
        }
        if (phase != before && before >= 0 && before < phases.size()) {
            trial = phases.get(before).kind().trains() ? phases.get(before).title() : trial;
        }
        exercised |= phase < phases.size() && exercises(phases.get(phase).kind()) && !asking;
    }

    /** Whether a phase waits for the patient's yes. */
    public boolean consent() {
        return asking;
    }

    /** What is asked before the phase begins. */
    public String consentText() {
        return asking ? phases.get(phase).consent() : "";
    }

    /** The question of now; absent when there is none. */
    public Optional<Question> question() {
        if (asking || phase < 0 || phase >= phases.size() || state == Feedback.State.READY) {
            return Optional.empty();
        }
        String id = id();
        return id.isEmpty() ? Optional.empty() : Optional.of(Questions.of(id));
    }

    private String id() {
        Phase now = phases.get(phase);
        boolean ends = state == Feedback.State.FINISHED || now.kind() == PhaseKind.WRAP_UP;
        if (!now.question().isEmpty() && !phaseAnswered && state != Feedback.State.FINISHED) {
            return now.question();
        }
        if (asksDistress && !beforeDone && !exercised && phase < firstExercise) {
            return Questions.DISTRESS_BEFORE;
        }
        if (asksDistress && !afterDone && exercised && ends) {
            return Questions.DISTRESS_AFTER;
        }
        return asksWhatHelped && !trial.isEmpty() ? Questions.WHAT_HELPED : "";
    }

    /** What the question is about, for the therapist; empty when it speaks for itself. */
    public String about() {
        return question()
                        .filter(asked -> asked.id().equals(Questions.WHAT_HELPED))
                        .isPresent()
                ? trial
                : "";
    }

    /** Whether the patient's window asks it; otherwise it would disturb, and only the console offers it. */
    public boolean forPatient() {
        if (asking) {
            return true;
        }
        if (state == Feedback.State.HELD || question().isEmpty() || !alarm.isEmpty()) {
            return false;
        }
        Phase now = phases.get(phase);
        boolean own = !now.question().isEmpty() && !phaseAnswered;
        return own
                || state == Feedback.State.FINISHED
                || now.kind() == PhaseKind.REST
                || now.kind() == PhaseKind.WRAP_UP
                || now.kind() == PhaseKind.QUESTION
                || now.kind() == PhaseKind.BASELINE && elapsed < BASELINE_ASKS_SECONDS;
    }

    /** The number that is chosen and not yet given; -1 = none. */
    public int picked() {
        return picked;
    }

    /** Chooses a number without giving it yet; one out of range is the nearest. */
    public void pick(int number) {
        picked = Math.max(0, Math.min(Question.MOST, number));
    }

    /** A digit was pressed: 1 and then 0 make 10. */
    public void digit(int digit) {
        picked = digit == 0 && picked == 1 ? Question.MOST : digit;
    }

    /** Gives the chosen number. */
    public void givePicked() {
        if (picked >= 0 && question().filter(Question::number).isPresent()) {
            rate(picked);
        }
    }

    /** Yes to the phase. */
    public void agree() {
        if (asking) {
            session.control().agree();
        }
    }

    /** Answers with a number. */
    public void rate(int number) {
        question().ifPresent(asked -> {
            session.control().rating(asked.id(), number);
            if (asked.id().startsWith(DISTRESS)) {
                distress(number);
            }
            done(asked);
        });
    }

    /** Answers with words; no words are no answer. */
    public void answer(String words) {
        question().filter(asked -> !words.isBlank()).ifPresent(asked -> {
            String about = about();
            session.control().answer(asked.id(), about.isEmpty() ? words.strip() : about + ": " + words.strip());
            done(asked);
        });
    }

    /** Leaves the phase that asks for consent out, or the question unanswered. */
    public void skip() {
        if (asking) {
            session.control().skipPhase();
            return;
        }
        question().ifPresent(asked -> {
            if (phases.get(phase).kind() == PhaseKind.QUESTION
                    && asked.id().equals(phases.get(phase).question())) {
                session.control().skipPhase();
            }
            done(asked);
        });
    }

    private void done(Question asked) {
        picked = -1;
        if (asked.id().equals(phases.get(phase).question()) && !phaseAnswered) {
            phaseAnswered = true;
        } else {
            switch (asked.id()) {
                case Questions.DISTRESS_BEFORE -> beforeDone = true;
                case Questions.DISTRESS_AFTER -> afterDone = true;
                default -> trial = "";
            }
        }
    }

    private void distress(int number) {
        if (!exercised) {
            distressBefore = number;
            return;
        }
        boolean risen = distressBefore >= 0 && number - distressBefore >= RISEN_DISTRESS;
        if (number >= HIGH_DISTRESS || risen) {
            String from = distressBefore >= 0 ? ", " + distressBefore + " before" : "";
            alarm = "Distress " + number + from
                    + ". Stop the exercise here, stay with the person and let the breath go free; nothing more is trained today.";
            session.control().mark("stop and breathe: distress " + number + from);
        } else {
            alarm = "";
        }
    }

    /** The sentence that stops and lets breathe; empty unless distress is high or has risen. */
    public String stopSentence() {
        return alarm.isEmpty() ? "" : STOP;
    }

    /** The same for the therapist. */
    public String alarm() {
        return alarm;
    }
}

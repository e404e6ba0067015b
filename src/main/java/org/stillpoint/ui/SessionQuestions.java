package org.stillpoint.ui;

import java.util.List;
import java.util.Optional;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Question;
import org.stillpoint.training.Question.Takes;
import org.stillpoint.training.Questions;

/**
 * What a running session asks of the patient now, one thing at a time: consent before a phase that wants it, the question
 * of a phase, distress before the first exercise and after the last, and after each trial what the patient did. Everything
 * can be skipped, and what is chosen or typed can be changed until it is given.
 *
 * <p>Shared by the console and the patient's window, so that an answer on one counts on both. {@link #look} is called once
 * a frame or more; JavaFX thread only.
 */
public final class SessionQuestions {

    private static final double BASELINE_ASKS_SECONDS = 45;
    private static final String DISTRESS = "distress";

    private final LiveSession session;
    private final Protocol protocol;
    private final List<Phase> phases;
    private final int firstExercise;
    private final boolean asksDistress;
    private final DistressWatch distress = new DistressWatch();

    private Feedback.State state = Feedback.State.READY;
    private String cue = "";
    private int phase = -1;
    private double elapsed;
    private boolean asking;
    private boolean phaseAnswered;
    private boolean exercised;
    private boolean beforeDone;
    private boolean afterDone;
    private boolean oneScreen;
    private String trial = "";
    private String drafted = "";
    private Draft draft;

    public SessionQuestions(LiveSession session) {
        this.session = session;
        this.protocol = session.protocol();
        this.phases = protocol.phases();
        this.firstExercise = firstExercise(phases);
        this.asksDistress = firstExercise >= 0
                && phases.stream().noneMatch(each -> each.question().startsWith(DISTRESS));
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
        return kind.paces()
                || kind.trains()
                || kind == PhaseKind.SCRIPT
                || kind == PhaseKind.STRESSOR
                || kind == PhaseKind.TRANSFER;
    }

    /** Follows the session. */
    public void look(Feedback newest) {
        int before = phase;
        boolean again = newest.phaseIndex() == before && newest.phaseElapsedSeconds() < elapsed - 1;
        state = newest.state();
        asking = newest.asking() && state != Feedback.State.FINISHED;
        elapsed = newest.phaseElapsedSeconds();
        phase = newest.phaseIndex();
        cue = newest.cue();
        if (phase != before || again) {
            phaseAnswered = false;
            drafted = "";
        }
        if (phase != before && before >= 0 && before < phases.size() && phase > before) {
            trial = phases.get(before).kind().trains() && !asksItself(before)
                    ? phases.get(before).title()
                    : trial;
        }
        exercised |= phase < phases.size() && exercises(phases.get(phase).kind()) && !asking;
    }

    /** Whether the protocol asks what the patient did between this trial and the next. */
    private boolean asksItself(int trialPhase) {
        for (int i = trialPhase; i < phases.size(); i++) {
            if (i > trialPhase && phases.get(i).kind().trains()) {
                return false;
            }
            if (phases.get(i).question().equals(Questions.WHAT_HELPED)) {
                return true;
            }
        }
        return false;
    }

    /** On one screen the patient's view asks what the therapist answers, too. */
    public void oneScreen(boolean on) {
        oneScreen = on;
    }

    /** Whether a phase waits for the patient's yes. */
    public boolean consent() {
        return asking;
    }

    /** What is asked before the phase begins. */
    public String consentText() {
        return asking ? phases.get(phase).consent() : "";
    }

    /** Whether a task runs that the patient agreed to and may stop at any moment. */
    public boolean stressed() {
        return !asking
                && state == Feedback.State.RUNNING
                && phase >= 0
                && phase < phases.size()
                && phases.get(phase).kind() == PhaseKind.STRESSOR;
    }

    /** The question of now; absent when there is none. */
    public Optional<Question> question() {
        if (asking || phase < 0 || phase >= phases.size() || state == Feedback.State.READY) {
            return Optional.empty();
        }
        String id = id();
        return id.isEmpty() ? Optional.empty() : Optional.of(protocol.question(id));
    }

    private String id() {
        Phase now = phases.get(phase);
        boolean ends = state == Feedback.State.FINISHED || now.kind() == PhaseKind.WRAP_UP;
        if (ofPhase()) {
            return now.question();
        }
        if (asksDistress && !beforeDone && !exercised && phase < firstExercise) {
            return Questions.DISTRESS_BEFORE;
        }
        if (asksDistress && !afterDone && exercised && ends) {
            return Questions.DISTRESS_AFTER;
        }
        return trial.isEmpty() ? "" : Questions.WHAT_HELPED;
    }

    /** Whether the phase's own question is still to be answered. */
    private boolean ofPhase() {
        return !phases.get(phase).question().isEmpty() && !phaseAnswered && state != Feedback.State.FINISHED;
    }

    /** What is asked, as it is read: a phase that is all question asks in its own words, a task says what is next in it. */
    public String words() {
        Question asked = question().orElse(null);
        Phase now = phase >= 0 && phase < phases.size() ? phases.get(phase) : null;
        if (asked == null) {
            return now == null ? "" : cue.isEmpty() ? now.text() : cue;
        }
        if (!asked.takes().awaited()) {
            return cue.isEmpty() ? now.text() : cue;
        }
        return now.kind() == PhaseKind.QUESTION && ofPhase() && asked.by() == Question.By.PATIENT
                ? now.text()
                : asked.asks();
    }

    /** What a person reads for a choice; muscles by the names of their channels. */
    public String label(Question asked, int choice) {
        String label = asked.label(choice);
        List<String> muscles = session.devices().stream()
                .flatMap(device -> device.profile().channels().stream())
                .filter(channel -> channel.modality() == Modality.EMG)
                .map(Channel::name)
                .toList();
        for (int i = 0; i < muscles.size(); i++) {
            label = label.replace("{emg " + (i + 1) + "}", muscles.get(i));
        }
        return label;
    }

    /** What the question is about, for the therapist; empty when it speaks for itself. */
    public String about() {
        return !trial.isEmpty()
                        && !ofPhase()
                        && question()
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
        Question asked = question().orElse(null);
        if (state == Feedback.State.HELD || asked == null || !distress.alarm().isEmpty()) {
            return false;
        }
        if (asked.by() == Question.By.THERAPIST) {
            return oneScreen;
        }
        Phase now = phases.get(phase);
        return ofPhase()
                || state == Feedback.State.FINISHED
                || now.kind() == PhaseKind.REST
                || now.kind() == PhaseKind.WRAP_UP
                || now.kind() == PhaseKind.QUESTION
                || now.kind() == PhaseKind.BASELINE && elapsed < BASELINE_ASKS_SECONDS;
    }

    /** What is chosen or typed for the question of now and not given yet; an empty one when there is no question. */
    public Draft draft() {
        Question asked = question().orElse(null);
        String key = asked == null ? "" : phase + asked.id() + about();
        if (draft == null || !key.equals(drafted)) {
            drafted = key;
            String before = asked == null ? "" : session.remembered().text(asked.remembered());
            draft = new Draft(asked == null ? protocol.question("") : asked, before);
        }
        return draft;
    }

    /** Gives what is chosen or typed, when that is an answer. */
    public void give() {
        Question asked = question().orElse(null);
        if (asked == null || !draft().ready()) {
            return;
        }
        if (asked.takes() == Takes.RATING) {
            rate(draft().number());
        } else {
            answer(draft().words());
        }
    }

    /** Yes to the phase. */
    public void agree() {
        if (asking) {
            session.control().agree();
        }
    }

    /** Answers with a number from 0 to 10. */
    public void rate(int number) {
        question().ifPresent(asked -> {
            session.control().rating(asked.id(), number);
            if (asked.id().startsWith(DISTRESS)) {
                distress.number(number, exercised);
                if (!distress.mark().isEmpty()) {
                    session.control().mark(distress.mark());
                }
            }
            done(asked);
        });
    }

    /** Answers with words, or with a number in digits; @return whether they were an answer to this question. */
    public boolean answer(String words) {
        Question asked = question().orElse(null);
        if (asked == null || !draft().takes(words)) {
            return false;
        }
        String about = about();
        session.control().answer(asked.id(), about.isEmpty() ? words.strip() : about + ": " + words.strip());
        done(asked);
        return true;
    }

    /** Leaves the phase that asks for consent out, stops a task, or leaves the question unanswered. */
    public void skip() {
        if (asking || stressed()) {
            session.control().skipPhase();
            return;
        }
        question().ifPresent(asked -> {
            if (phases.get(phase).kind() == PhaseKind.QUESTION && ofPhase()) {
                session.control().skipPhase();
            }
            done(asked);
        });
    }

    private void done(Question asked) {
        drafted = "";
        if (asked.takes() == Takes.NUMBERS) {
            return;
        }
        if (ofPhase()) {
            phaseAnswered = true;
        } else {
            switch (asked.id()) {
                case Questions.DISTRESS_BEFORE -> beforeDone = true;
                case Questions.DISTRESS_AFTER -> afterDone = true;
                default -> trial = "";
            }
        }
    }

    /** The sentence that stops and lets breathe; empty unless distress is high or has risen. */
    public String stopSentence() {
        return distress.sentence();
    }

    /** The same for the therapist. */
    public String alarm() {
        return distress.alarm();
    }
}

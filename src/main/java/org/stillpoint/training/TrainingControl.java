package org.stillpoint.training;

import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the therapist (or the patient's own key) asks of a running session; any thread asks, training obeys within
 * 20 ms of sample time. Each wish is also written into the recording as a marker.
 */
public final class TrainingControl {

    /** A wish; the number's meaning depends on the kind. */
    public record Wish(Kind kind, double number, String text) {}

    /** Kinds of wishes. */
    public enum Kind {
        HOLD,
        RESUME,
        REPEAT_PHASE,
        NEXT_PHASE,
        SKIP_PHASE,
        MORE_TIME,
        PHASE_LENGTH,
        DROP_PHASE,
        KEEP_PHASE,
        END_AT,
        AGREE,
        PACER_RATE,
        INHALE_SHARE,
        THRESHOLD,
        MARK,
        EVENT,
        RATING,
        ANSWER,
        VEIL,
        TOO_FAST,
        SOUND,
        DISPLAY,
        VOLUME,
        FINISH
    }

    private volatile int displayNumber;
    private volatile double volumeShare;
    private final ConcurrentLinkedQueue<Wish> wishes = new ConcurrentLinkedQueue<>();

    /** Raw signals go on; phase clock, pacer, reward and measures stop; the patient reads "rest". */
    public void hold() {
        ask(Kind.HOLD, 0, "");
    }

    /** Goes on where it was held. */
    public void resume() {
        ask(Kind.RESUME, 0, "");
    }

    /** Goes on from the beginning of the phase. */
    public void repeatPhase() {
        ask(Kind.REPEAT_PHASE, 0, "");
    }

    /** Ends this phase now; what was done of it counts. */
    public void nextPhase() {
        ask(Kind.NEXT_PHASE, 0, "");
    }

    /** Leaves the rest of this phase out; what was done of it does not count. */
    public void skipPhase() {
        ask(Kind.SKIP_PHASE, 0, "");
    }

    /** Yes to what this phase asks before it begins. */
    public void agree() {
        ask(Kind.AGREE, 0, "");
    }

    /** A new length of this or a later phase; never below its minimum. */
    public void phaseLength(int phase, double seconds) {
        ask(Kind.PHASE_LENGTH, seconds, Integer.toString(phase));
    }

    /** Leaves a later phase out, as far as it may be left out. */
    public void dropPhase(int phase) {
        ask(Kind.DROP_PHASE, phase, "");
    }

    /** Takes a phase in again that was to be left out. */
    public void keepPhase(int phase) {
        ask(Kind.KEEP_PHASE, phase, "");
    }

    /** When the appointment ends, seconds since the session's start; NaN = it does not matter. */
    public void endAt(double tSeconds) {
        ask(Kind.END_AT, tSeconds, "");
    }

    /** Makes this phase a minute longer. */
    public void oneMoreMinute() {
        ask(Kind.MORE_TIME, 60, "");
    }

    /** Clamped to the pacer's limits. */
    public void pacerRate(double ratePerMinute) {
        ask(Kind.PACER_RATE, ratePerMinute, "");
    }

    /** Clamped to the pacer's limits. */
    public void inhaleShare(double share) {
        ask(Kind.INHALE_SHARE, share, "");
    }

    /** Taken over when the next trial begins: a threshold never changes within one. */
    public void threshold(double microvolts) {
        ask(Kind.THRESHOLD, microvolts, "");
    }

    /** A marker with a note; {@code label} may be empty. */
    public void mark(String label) {
        ask(Kind.MARK, 0, label);
    }

    /**
     * Something that happened to the body in these seconds (cough, talk, move …): written down as of 3 s ago, and until 2 s
     * from now no reward is given and no measure counts.
     */
    public void event(String label) {
        ask(Kind.EVENT, 0, label);
    }

    /** A number from 0 to 10 that the patient gave, to the question with this id. */
    public void rating(String question, double number) {
        ask(Kind.RATING, number, question);
    }

    /** What the patient answered, to the question with this id. */
    public void answer(String question, String words) {
        ask(Kind.ANSWER, 0, question + ": " + words);
    }

    /** Hides the feedback from the patient, or shows it again. */
    public void veil(boolean on) {
        ask(Kind.VEIL, on ? 1 : 0, "");
    }

    /** "Too fast, dizzy": the pacer eases and it is written down. */
    public void tooFast() {
        ask(Kind.TOO_FAST, 0, "");
    }

    /** The patient or therapist chose a sound, by its id; empty = as the protocol says. Written down and remembered. */
    public void choseSound(String id) {
        ask(Kind.SOUND, 0, id);
    }

    /** The same of a display. */
    public void choseDisplay(String id) {
        ask(Kind.DISPLAY, 0, id);
    }

    /** How loud it shall be, 0 … 1; written down. */
    public void choseVolume(double share) {
        ask(Kind.VOLUME, share, "");
    }

    /** Ends the training; the recording is closed by whoever runs the session. */
    public void finish() {
        ask(Kind.FINISH, 0, "");
    }

    /** Which display the patient sees (its number in the catalogue; 0 = none) and how loud, for the feedback's own record. */
    public void shown(int display, double volume) {
        displayNumber = display;
        volumeShare = volume;
    }

    int displayNumber() {
        return displayNumber;
    }

    double volumeShare() {
        return volumeShare;
    }

    private void ask(Kind kind, double number, String text) {
        wishes.add(new Wish(kind, number, text));
    }

    /** The next wish, or null. Training's thread only. */
    Wish next() {
        return wishes.poll();
    }
}

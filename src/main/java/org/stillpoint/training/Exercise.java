package org.stillpoint.training;

import java.util.List;
import java.util.Set;
import org.stillpoint.metric.Event;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.RrVerdict;

/**
 * What is asked of the patient, decided every 20 ms of sample time. One instance a session, on training's thread;
 * {@link #step}, {@link #beat}, {@link #breath} and {@link #muscle} allocate nothing.
 *
 * <p>Times are seconds since the session's start. Nothing is called while the session is held.
 */
public interface Exercise {

    /** What an exercise lays out of what it found, beside its findings. */
    enum Sheet {
        NONE,
        /** A row a rate, {@link ResonanceSheet}. */
        RESONANCE,
        /** Each letting go over the others, {@link ReleaseCurves}. */
        RELEASE
    }

    /** What it lays out. */
    default Sheet sheetKind() {
        return Sheet.NONE;
    }

    /** Word of protocols. */
    String id();

    /** What a person reads. */
    String name();

    /** Sensors without which it cannot judge anything; it still leads and says so. One of each inner set is enough. */
    default List<Set<Modality>> needs() {
        return List.of();
    }

    /** What it still does when one of them is missing, as the rest of a sentence. */
    default String without() {
        return "it leads and measures nothing";
    }

    /** The session begins. */
    void begin(Start start);

    /** A phase begins, or begins again. Called for every phase, also those of other exercises. */
    void phase(Phase phase, double tSeconds);

    /** The phase is over; {@code whole} is false when it was skipped or begins again: what was done of it does not count. */
    default void phaseEnds(Phase phase, double tSeconds, boolean whole) {}

    /**
     * What it gathers for its findings and can give back; the same ones from {@link #begin} on. What a phase added is given
     * back when that phase is skipped or repeated, and what came shortly before a disturbance with that, by whoever calls
     * this exercise: after {@link #phaseEnds}, before {@link #disturbed}.
     */
    default List<Entries> entries() {
        return List.of();
    }

    /** Something disturbed the body from this time on, and that was said just now: what was seen since is not trusted. */
    default void disturbed(double fromSeconds) {}

    /** The session is held: nothing is asked, nothing is counted. */
    default void hold(double tSeconds) {}

    /** It goes on. */
    default void resume(double tSeconds) {}

    /** A wish of the therapist; those of other exercises are left alone. */
    default void wish(TrainingControl.Wish wish, double tSeconds) {}

    /**
     * A heart beat was found.
     *
     * @param rrMillis interval that it ends; NaN or 0 when there is none
     * @param verdict what that interval is thought to be
     */
    default void beat(double tSeconds, double rrMillis, RrVerdict verdict) {}

    /** A whole breath was found: it began, turned and ended at these times; depth in belt units. */
    default void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {}

    /** The trained muscle's contraction began or ended: {@link Event#BURST_ON} or {@link Event#BURST_OFF}. */
    default void muscle(Event event, double tSeconds, double value) {}

    /** Reads the levels in the feedback and writes what it decides into it. Not called while held. */
    void step(double tSeconds, Feedback feedback);

    /** Whether it has all it wants of this phase; looked at where the phase ends when its exercise is done. */
    default boolean done() {
        return false;
    }

    /** Levels around each letting go that was judged so far; any thread, which makes the snapshot when there is a new one. */
    default ReleaseCurves releaseCurves() {
        return ReleaseCurves.NONE;
    }

    /** What it found out so far, in the order of importance; asked for at the end of each phase. */
    default List<Finding> findings() {
        return List.of();
    }
}

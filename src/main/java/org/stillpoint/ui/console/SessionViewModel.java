package org.stillpoint.ui.console;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.signal.Quality;
import org.stillpoint.training.Exercise;
import org.stillpoint.training.Exercises;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Phase;
import org.stillpoint.training.ProtocolRules;
import org.stillpoint.ui.LiveDevice;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.PacedHeart;
import org.stillpoint.ui.SessionQuestions;

/**
 * A running session as the console says it, and what may be asked of it. {@link #frame} is called once a frame; words
 * change four times a second at most, so that nothing flickers. JavaFX thread only.
 */
final class SessionViewModel {

    private static final long WORDS_EVERY_NANOS = 250_000_000L;
    private static final double MARKED_SECONDS = 3;
    private static final double TOLD_SECONDS = 15;
    private static final double GAIN_SECONDS = 20;

    private final LiveSession session;
    private final StatusWords status;
    private final Feedback newest;
    private final List<ChannelState> channels = new ArrayList<>();
    private final List<MeasureState> measures = new ArrayList<>();
    private final Trials trials;
    private final VeilGain gain;
    private final PacerWishes pacer;
    private final PacedHeart pacedHeart;
    private final List<String> markLabels;
    private final Exercise.Sheet sheet;
    private final ReadOnlyStringWrapper patientSees = new ReadOnlyStringWrapper("The patient sees");
    private String marked = "";
    private String told = "";
    private double toldSeconds = Double.NEGATIVE_INFINITY;
    private String end = "";
    private double markedSeconds = Double.NEGATIVE_INFINITY;
    private final SessionQuestions questions;
    private final AppointmentViewModel appointment;
    private final ReadOnlyStringWrapper over = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper heldFor = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper veiled = new ReadOnlyBooleanWrapper();
    private final BooleanProperty oneScreen = new SimpleBooleanProperty();
    private long nextWordsNanos = Long.MIN_VALUE;
    private double heldSince = Double.NaN;

    SessionViewModel(LiveSession session, Clock clock) {
        this.session = session;
        this.newest = session.feedback().blank();
        for (LiveDevice device : session.devices()) {
            for (int column = 0; column < device.profile().channels().size(); column++) {
                channels.add(new ChannelState(device, column));
            }
        }
        for (int m = 0; m < session.measures().size(); m++) {
            int meter = m;
            measures.add(new MeasureState(
                    session.measures().get(m), absence -> session.absenceWords().of(meter, absence)));
        }
        TrainedSignal signal = TrainedSignal.of(session);
        trials = new Trials(session.protocol().phases(), signal);
        gain = new VeilGain(session.protocol().phases(), signal);
        status = new StatusWords(session, channels, clock);
        pacer = new PacerWishes(session.control());
        pacedHeart = new PacedHeart(session);
        sheet = Exercises.sheet(session.protocol());
        markLabels = MarkKeys.of(session.protocol().phases());
        questions = new SessionQuestions(session);
        appointment =
                new AppointmentViewModel(session.protocol().phases(), session.control(), clock, ZoneId.systemDefault());
    }

    /** Reads what is newest. */
    void frame(long frameNanos) {
        session.feedback().read(newest);
        trials.take(newest);
        gain.take(newest);
        pacedHeart.look(newest);
        questions.look(newest);
        appointment.follow(newest);
        tellEnd();
        held.set(newest.state() == Feedback.State.HELD);
        veiled.set(newest.veiled());
        if (held.get() && Double.isNaN(heldSince)) {
            heldSince = newest.tSeconds();
        } else if (!held.get()) {
            heldSince = Double.NaN;
        }
        status.follow(newest);
        if (frameNanos >= nextWordsNanos) {
            nextWordsNanos = frameNanos + WORDS_EVERY_NANOS;
            say();
        }
    }

    /** Tells when the appointment ends, once the session's time runs. @param typed as written before the start */
    void endAt(String typed) {
        end = typed == null ? "" : typed;
    }

    private void tellEnd() {
        if (!end.isBlank() && newest.state() != Feedback.State.READY) {
            appointment.mustEnd(end);
            end = "";
        }
    }

    private void say() {
        for (ChannelState channel : channels) {
            channel.update(Quality.values()[newest.lineQuality(channel.line())]);
        }
        for (int i = 0; i < Math.min(measures.size(), newest.meters()); i++) {
            measures.get(i).update(newest.meterValue(i), newest.meterAbsence(i), newest.meterCorrected(i));
        }
        status.say(newest, questions.alarm());
        note.set(noteNow());
        patientSees.set(patientSeesNow());
        over.set(appointment.overText());
        heldFor.set(Double.isNaN(heldSince) ? "" : clockText(newest.tSeconds() - heldSince));
        pacer.follow(newest);
    }

    /** One sentence for the therapist, for a while, beside what training says. */
    void tell(String sentence) {
        told = sentence;
        toldSeconds = newest.tSeconds();
    }

    private String noteNow() {
        if (newest.tSeconds() - toldSeconds < TOLD_SECONDS && newest.tSeconds() - markedSeconds >= MARKED_SECONDS) {
            return told;
        }
        return newest.tSeconds() - markedSeconds < MARKED_SECONDS
                ? "Marked: " + marked + ". These seconds are not counted."
                : newest.note();
    }

    private String patientSeesNow() {
        double veiledSeconds = gain.veiledSeconds(newest.tSeconds());
        if (!Double.isNaN(veiledSeconds)) {
            return "Veiled " + clockText(veiledSeconds);
        }
        return newest.tSeconds() - gain.toldSeconds() < GAIN_SECONDS ? "Veil: " + gain.told() : "The patient sees";
    }

    /** Minutes and seconds, hours when there are any. */
    static String clockText(double seconds) {
        long whole = (long) Math.max(0, Math.floor(seconds));
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    LiveSession session() {
        return session;
    }

    /** What is newest; read only, valid until the next frame. */
    Feedback newest() {
        return newest;
    }

    /** The phase of now; absent in a protocol without phases. */
    Optional<Phase> phase() {
        List<Phase> phases = session.protocol().phases();
        return newest.phaseIndex() < phases.size() ? Optional.of(phases.get(newest.phaseIndex())) : Optional.empty();
    }

    /** The heart within each breath of a resonance assessment. */
    PacedHeart pacedHeart() {
        return pacedHeart;
    }

    /** What the exercise lays out of what it found. */
    Exercise.Sheet sheet() {
        return sheet;
    }

    /** Whether it lays out anything. */
    boolean hasSheet() {
        return sheet != Exercise.Sheet.NONE;
    }

    /** Whether a pacer leads in this session at any time. */
    boolean hasPacer() {
        return ProtocolRules.hasPacer(session.protocol());
    }

    List<ChannelState> channels() {
        return channels;
    }

    /** How each part of the session went so far. */
    Trials trials() {
        return trials;
    }

    /** What is asked of the patient. */
    SessionQuestions questions() {
        return questions;
    }

    List<MeasureState> measures() {
        return measures;
    }

    /** Phases and the appointment's end. */
    AppointmentViewModel appointment() {
        return appointment;
    }

    void holdOrContinue() {
        if (held.get()) {
            session.control().resume();
        } else {
            session.control().hold();
        }
    }

    void repeatPhase() {
        session.control().repeatPhase();
    }

    /** On to the next phase; out of a hold it goes on there. */
    void next() {
        session.control().nextPhase();
    }

    /** Leaves the rest of this phase out; out of a hold it goes on at the next. */
    void skip() {
        session.control().skipPhase();
    }

    void oneMoreMinute() {
        session.control().oneMoreMinute();
    }

    void mark(String note) {
        session.control().mark(note.strip());
    }

    /** @param key 1 … 9 */
    void quickMark(int key) {
        marked = markLabels.get(key - 1);
        markedSeconds = newest.tSeconds();
        session.control().event(marked);
        note.set(noteNow());
    }

    /** What the keys 1 to 9 mark. */
    List<String> markLabels() {
        return markLabels;
    }

    void veil(boolean on) {
        session.control().veil(on);
    }

    void tooFast() {
        session.control().tooFast();
    }

    /** The pacer's rate and ratio. */
    PacerWishes pacer() {
        return pacer;
    }

    ReadOnlyStringProperty recording() {
        return status.recording();
    }

    ReadOnlyStringProperty delay() {
        return status.delay();
    }

    ReadOnlyStringProperty sensors() {
        return status.sensors();
    }

    /** One calm sentence; empty while all is well. */
    ReadOnlyStringProperty problem() {
        return status.problem();
    }

    /** What training wants the therapist to know; empty = nothing. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /** How much longer than the appointment it will take and what would help; empty while all fits. */
    ReadOnlyStringProperty over() {
        return over.getReadOnlyProperty();
    }

    /** Above the mirror: that it is one, how long it has been veiled, or what the last veil showed. */
    ReadOnlyStringProperty patientSees() {
        return patientSees.getReadOnlyProperty();
    }

    ReadOnlyStringProperty heldFor() {
        return heldFor.getReadOnlyProperty();
    }

    /** Whether what the patient sees fills the window and the console is its strip of keys. */
    BooleanProperty oneScreen() {
        return oneScreen;
    }

    ReadOnlyBooleanProperty held() {
        return held.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty veiled() {
        return veiled.getReadOnlyProperty();
    }
}

package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.Health;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Quality;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Pacer;
import org.stillpoint.ui.LiveDevice;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.SessionQuestions;

/**
 * A running session as the console says it, and what may be asked of it. {@link #frame} is called once a frame; words
 * change four times a second at most, so that nothing flickers. JavaFX thread only.
 */
final class SessionViewModel {

    /** Marks of the keys 1 to 9. */
    static final List<String> QUICK_MARKS =
            List.of("cough", "talk", "move", "swallow", "pain", "touch", "yawn", "noise", "other");

    private static final long WORDS_EVERY_NANOS = 250_000_000L;
    private static final double RATE_STEP = 0.5;
    private static final double SHARE_STEP = 0.05;

    private final LiveSession session;
    private final Clock clock;
    private final Feedback newest;
    private final List<ChannelState> channels = new ArrayList<>();
    private final List<MeasureState> measures = new ArrayList<>();
    private final Trials trials;
    private final SessionQuestions questions;
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper recording = new ReadOnlyStringWrapper("Recording 0:00");
    private final ReadOnlyStringWrapper delay = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sensors = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper heldFor = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper pacerRate = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper pacerRatio = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper veiled = new ReadOnlyBooleanWrapper();
    private long nextWordsNanos = Long.MIN_VALUE;
    private double heldSince = Double.NaN;
    private double askedRate = Double.NaN;
    private double askedShare = Double.NaN;
    private double delayMillis = Double.NaN;

    SessionViewModel(LiveSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
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
        trials = trialsOf();
        questions = new SessionQuestions(session);
    }

    private Trials trialsOf() {
        boolean muscle = channels.stream().anyMatch(channel -> channel.channel().modality() == Modality.EMG);
        int swing = -1;
        for (int m = session.measures().size() - 1; m >= 0; m--) {
            swing = "swing".equals(session.measures().get(m).id()) ? m : swing;
        }
        boolean trained = session.protocol().exercises().contains("emg-relaxation");
        return new Trials(session.protocol().phases(), muscle && (trained || swing < 0), swing);
    }

    /** Reads what is newest. */
    void frame(long frameNanos) {
        session.feedback().read(newest);
        trials.take(newest);
        questions.look(newest);
        held.set(newest.state() == Feedback.State.HELD);
        veiled.set(newest.veiled());
        if (held.get() && Double.isNaN(heldSince)) {
            heldSince = newest.tSeconds();
        } else if (!held.get()) {
            heldSince = Double.NaN;
        }
        followDelay();
        if (frameNanos >= nextWordsNanos) {
            nextWordsNanos = frameNanos + WORDS_EVERY_NANOS;
            say();
        }
    }

    private void followDelay() {
        if (newest.newestSampleNanos() != 0) {
            double now = (clock.nanos() - newest.newestSampleNanos()) / 1e6;
            delayMillis = Double.isNaN(delayMillis) || now > 500 ? now : delayMillis + 0.05 * (now - delayMillis);
        }
    }

    private void say() {
        for (ChannelState channel : channels) {
            channel.update(Quality.values()[newest.lineQuality(channel.line())]);
        }
        for (int i = 0; i < Math.min(measures.size(), newest.meters()); i++) {
            measures.get(i).update(newest.meterValue(i), newest.meterAbsence(i), newest.meterCorrected(i));
        }
        recording.set("Recording " + clockText(newest.tSeconds()));
        delay.set(
                Double.isNaN(delayMillis) || delayMillis > 1000
                        ? "no new data"
                        : String.format(Locale.ROOT, "delay %.0f ms", Math.max(0, delayMillis)));
        sensors.set(sensorsInAWord());
        problem.set(problemNow());
        note.set(newest.note());
        heldFor.set(Double.isNaN(heldSince) ? "" : clockText(newest.tSeconds() - heldSince));
        sayPacer();
    }

    private void sayPacer() {
        if (Math.abs(newest.pacerRatePerMinute() - askedRate) < 0.01) {
            askedRate = Double.NaN;
        }
        if (Math.abs(newest.pacerInhaleShare() - askedShare) < 0.001) {
            askedShare = Double.NaN;
        }
        double share = share();
        pacerRate.set(Double.isNaN(rate()) ? "–" : String.format(Locale.ROOT, "%.1f", rate()));
        pacerRatio.set(
                Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.0f : %.0f", 100 * share, 100 * (1 - share)));
    }

    /** Minutes and seconds, hours when there are any. */
    static String clockText(double seconds) {
        long whole = (long) Math.max(0, Math.floor(seconds));
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private String sensorsInAWord() {
        long good = channels.stream()
                .filter(channel -> channel.standing().get() == Standing.GOOD)
                .count();
        if (good == channels.size()) {
            return good == 1 ? "sensor good" : good + " sensors good";
        }
        return good + " of " + channels.size() + " sensors good";
    }

    private String problemNow() {
        String said = session.recording().problem();
        if (!said.isEmpty()) {
            return said;
        }
        for (LiveDevice device : session.devices()) {
            Health health = device.health();
            String name = device.profile().name();
            if (health.line() == Health.Line.LOST) {
                return health.message().isEmpty()
                        ? name + " is gone. The session holds; it goes on by itself when the sensor is back."
                        : health.message();
            }
            if (health.line() == Health.Line.STALE) {
                return name + " has sent nothing for a moment. Check its cable and its battery.";
            }
        }
        if (!questions.alarm().isEmpty()) {
            return questions.alarm();
        }
        for (ChannelState channel : channels) {
            Quality quality = channel.quality();
            if (quality == Quality.LOST || quality == Quality.OFF || quality == Quality.RAILED) {
                return channel.title() + ", " + channel.channel().name() + ": " + quality.word()
                        + ". Look at the electrode or belt and its cable.";
            }
        }
        return "";
    }

    LiveSession session() {
        return session;
    }

    /** What is newest; read only, valid until the next frame. */
    Feedback newest() {
        return newest;
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

    /** Milliseconds since 1970 at which the planned phases will be over. */
    long endEpochMillis() {
        double left = newest.phaseSeconds() - newest.phaseElapsedSeconds();
        for (int i = newest.phaseIndex() + 1; i < session.protocol().phases().size(); i++) {
            left += session.protocol().phases().get(i).seconds();
        }
        return clock.epochMillis() + Math.round(Math.max(0, left) * 1000);
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
        if (held.get()) {
            session.control().resume();
        }
    }

    void oneMoreMinute() {
        session.control().oneMoreMinute();
    }

    void mark(String note) {
        session.control().mark(note.strip());
    }

    /** @param key 1 … 9 */
    void quickMark(int key) {
        session.control().mark(QUICK_MARKS.get(key - 1));
    }

    void veil(boolean on) {
        session.control().veil(on);
    }

    void tooFast() {
        session.control().tooFast();
    }

    void slower() {
        askRate(rate() - RATE_STEP);
    }

    void faster() {
        askRate(rate() + RATE_STEP);
    }

    private double rate() {
        return Double.isNaN(askedRate) ? newest.pacerRatePerMinute() : askedRate;
    }

    private double share() {
        return Double.isNaN(askedShare) ? newest.pacerInhaleShare() : askedShare;
    }

    private void askRate(double ratePerMinute) {
        if (!Double.isNaN(ratePerMinute)) {
            askedRate = Math.max(Pacer.MIN_RATE_PER_MINUTE, Math.min(Pacer.MAX_RATE_PER_MINUTE, ratePerMinute));
            session.control().pacerRate(askedRate);
            sayPacer();
        }
    }

    void longerOut() {
        askShare(share() - SHARE_STEP);
    }

    void longerIn() {
        askShare(share() + SHARE_STEP);
    }

    private void askShare(double inhaleShare) {
        if (!Double.isNaN(inhaleShare)) {
            askedShare = Math.max(Pacer.MIN_INHALE_SHARE, Math.min(Pacer.MAX_INHALE_SHARE, inhaleShare));
            session.control().inhaleShare(askedShare);
            sayPacer();
        }
    }

    ReadOnlyStringProperty recording() {
        return recording.getReadOnlyProperty();
    }

    ReadOnlyStringProperty delay() {
        return delay.getReadOnlyProperty();
    }

    ReadOnlyStringProperty sensors() {
        return sensors.getReadOnlyProperty();
    }

    /** One calm sentence; empty while all is well. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** What training wants the therapist to know; empty = nothing. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    ReadOnlyStringProperty heldFor() {
        return heldFor.getReadOnlyProperty();
    }

    ReadOnlyStringProperty pacerRate() {
        return pacerRate.getReadOnlyProperty();
    }

    ReadOnlyStringProperty pacerRatio() {
        return pacerRatio.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty held() {
        return held.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty veiled() {
        return veiled.getReadOnlyProperty();
    }
}

package org.stillpoint.ui.console;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.care.Patient;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.RateChoice;
import org.stillpoint.training.ReleaseCurves;
import org.stillpoint.training.ResonanceSheet;
import org.stillpoint.ui.Jobs;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.PacedHeart;
import org.stillpoint.ui.SafetyQuestion;
import org.stillpoint.ui.StationControl;
import org.stillpoint.ui.StationControl.SensorChoice;
import org.stillpoint.ui.ViewSettings;

/** Where the console stands: choosing, opening, running, closing, looking back. JavaFX thread only. */
final class ConsoleViewModel {

    /** What the console shows. */
    enum Place {
        IDLE,
        OPENING,
        RUNNING,
        CLOSING,
        SUMMARY
    }

    private final StationControl station;
    private final Jobs jobs;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<ProtocolDraft> draft = new ReadOnlyObjectWrapper<>();
    private final SafetyViewModel safety = new SafetyViewModel();
    private final IdleViewModel idle;
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.IDLE);
    private final ReadOnlyObjectWrapper<SessionViewModel> session = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<SessionSummary> summary = new SimpleObjectProperty<>();
    private ResonanceSheet resonance = ResonanceSheet.EMPTY;
    private List<List<PacedHeart.Breath>> pacedBreaths = List.of();
    private ReleaseCurves release = ReleaseCurves.NONE;
    private Optional<RateChoice> chosenRate = Optional.empty();
    private String patientCode = "";

    ConsoleViewModel(StationControl station, Jobs jobs, Clock clock) {
        this.station = station;
        this.jobs = jobs;
        this.clock = clock;
        this.idle = new IdleViewModel(clock, ZoneId.systemDefault());
        idle.offer(station.protocols());
        look();
    }

    /** Looks at the ports, the patients and the files again. */
    void look() {
        jobs.run(station::protocols, idle::offer, thrown -> idle.trouble().set(sentence(thrown)));
        jobs.run(station::fileNotes, idle::files, thrown -> idle.trouble().set(sentence(thrown)));
        jobs.run(station::trainedCodes, idle::trained, thrown -> idle.trouble().set(sentence(thrown)));
        jobs.run(
                station::patientCodes,
                idle::patientCodes,
                thrown -> idle.trouble().set(sentence(thrown)));
        jobs.run(station::sensorKinds, idle::kinds, thrown -> idle.trouble().set(sentence(thrown)));
        jobs.run(station::powerHint, idle::power, thrown -> idle.trouble().set(sentence(thrown)));
        jobs.run(station::sensors, idle::sensors, thrown -> idle.trouble().set(sentence(thrown)));
    }

    /** Keeps how it looks and sounds; a failure changes nothing but the memory of it. */
    void remember(ViewSettings view) {
        jobs.run(
                () -> {
                    view.remember(station);
                    return view;
                },
                kept -> {},
                thrown -> idle.trouble().set(sentence(thrown)));
    }

    /** Starts what is chosen; an objection is said and nothing starts. */
    void start() {
        String objection = idle.objection();
        idle.trouble().set(objection);
        if (!objection.isEmpty() || place.get() != Place.IDLE) {
            return;
        }
        if (!idle.realPerson()) {
            begin();
            return;
        }
        String code = idle.patient().get();
        jobs.run(
                () -> station.safety(code),
                answered -> answered.ifPresentOrElse(this::beginUnless, safety::ask),
                thrown -> idle.trouble().set(sentence(thrown)));
    }

    /** Begins to adjust a copy of the chosen protocol. */
    void adjust() {
        Protocol chosen = idle.protocol().get();
        if (chosen != null && place.get() == Place.IDLE) {
            draft.set(new ProtocolDraft(
                    chosen, station.protocols().stream().map(Protocol::id).toList(), station.mayRewrite(chosen.id())));
        }
    }

    /** Keeps the copy; what the station says against it is said in place. */
    void saveDraft() {
        ProtocolDraft now = draft.get();
        Protocol protocol = now.protocol();
        jobs.run(
                () -> {
                    station.save(protocol);
                    return station.protocols();
                },
                all -> {
                    draft.set(null);
                    idle.saved(all, protocol.id());
                },
                thrown -> now.wrong(sentence(thrown)));
    }

    /** Keeps nothing. */
    void closeDraft() {
        draft.set(null);
    }

    /** The copy that is being adjusted; null when there is none. */
    ReadOnlyObjectProperty<ProtocolDraft> draft() {
        return draft.getReadOnlyProperty();
    }

    /** The safety questions have been answered: keeps the answers and starts, unless they speak against it. */
    void safetyAnswered() {
        List<SafetyQuestion> yes = safety.yes();
        station.safety(idle.patient().get(), yes);
        safety.close();
        beginUnless(yes);
    }

    private void beginUnless(List<SafetyQuestion> yes) {
        String objection = SafetyViewModel.objection(idle.protocol().get(), yes);
        idle.trouble().set(objection);
        if (objection.isEmpty()) {
            begin();
        }
    }

    private void begin() {
        String code = idle.patient().get();
        String protocol = idle.protocol().get().id();
        List<SensorChoice> sensors = idle.chosenSensors();
        if (idle.flare().get()) {
            open(() -> station.startFlare(code, protocol, sensors));
        } else {
            start(code, protocol, sensors);
        }
    }

    void start(String patientCode, String protocolId, List<SensorChoice> sensors) {
        open(() -> station.start(patientCode, protocolId, sensors));
    }

    private void open(Callable<LiveSession> starting) {
        if (place.get() != Place.IDLE) {
            return;
        }
        place.set(Place.OPENING);
        jobs.run(starting, this::running, thrown -> {
            idle.trouble().set(sentence(thrown));
            place.set(Place.IDLE);
        });
    }

    private void running(LiveSession live) {
        chosenRate = Optional.empty();
        patientCode = live.patientCode();
        SessionViewModel begun = new SessionViewModel(live, clock);
        begun.endAt(idle.endsAt().get());
        session.set(begun);
        place.set(Place.RUNNING);
    }

    /** Ends the session and shows its summary. */
    void stop() {
        if (place.get() != Place.RUNNING) {
            return;
        }
        place.set(Place.CLOSING);
        jobs.run(station::stop, this::stopped, thrown -> {
            idle.trouble().set(sentence(thrown));
            session.set(null);
            place.set(Place.IDLE);
        });
    }

    private void stopped(SessionSummary result) {
        SessionViewModel ended = session.get();
        resonance = ended == null
                ? ResonanceSheet.EMPTY
                : ended.session().resonance().get();
        release = ended == null ? ReleaseCurves.NONE : ended.session().release().get();
        pacedBreaths = ended == null ? List.of() : ended.pacedHeart().of(resonance.blocks());
        summary.set(result);
        idle.endsAt().set("");
        session.set(null);
        place.set(Place.SUMMARY);
    }

    /** The person trains at this rate next; a session that has ended is summed up anew. */
    void trainAt(RateChoice choice, Consumer<RateChoice> done, Consumer<String> failed) {
        jobs.run(
                () -> station.trainAt(choice),
                again -> {
                    chosenRate = Optional.of(choice);
                    again.ifPresent(summary::set);
                    done.accept(choice);
                },
                thrown -> failed.accept(sentence(thrown)));
    }

    /** The rate that was chosen in this session. */
    Optional<RateChoice> chosenRate() {
        return chosenRate;
    }

    /** Why no rate may be chosen; empty when one may. */
    static String noRate(String patientCode) {
        return patientCode.equals(Patient.GUEST)
                ? "A guest is not remembered: start the session for a person’s code to choose a rate."
                : "";
    }

    /** Why none may be chosen for the person of the session that has just ended. */
    String noRate() {
        return noRate(patientCode);
    }

    void backToStart() {
        summary.set(null);
        place.set(Place.IDLE);
        look();
    }

    private static String sentence(Throwable thrown) {
        return thrown.getMessage() == null
                ? "That did not work: " + thrown.getClass().getSimpleName()
                : thrown.getMessage();
    }

    SafetyViewModel safety() {
        return safety;
    }

    IdleViewModel idle() {
        return idle;
    }

    ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    /** The running session; null when there is none. */
    ReadOnlyObjectProperty<SessionViewModel> session() {
        return session.getReadOnlyProperty();
    }

    /** The resonance sheet of the session that has just ended; empty when it had none. */
    ResonanceSheet resonance() {
        return resonance;
    }

    /** How the session that has just ended let go; empty when that was not trained. */
    ReleaseCurves release() {
        return release;
    }

    /** The breaths of its blocks. */
    List<List<PacedHeart.Breath>> pacedBreaths() {
        return pacedBreaths;
    }

    ObjectProperty<SessionSummary> summary() {
        return summary;
    }
}

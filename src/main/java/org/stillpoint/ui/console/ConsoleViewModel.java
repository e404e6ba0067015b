package org.stillpoint.ui.console;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.training.ResonanceSheet;
import org.stillpoint.ui.Jobs;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.PacedHeart;
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
    private final IdleViewModel idle = new IdleViewModel();
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.IDLE);
    private final ReadOnlyObjectWrapper<SessionViewModel> session = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<SessionSummary> summary = new SimpleObjectProperty<>();
    private ResonanceSheet resonance = ResonanceSheet.EMPTY;
    private List<List<PacedHeart.Breath>> pacedBreaths = List.of();

    ConsoleViewModel(StationControl station, Jobs jobs, Clock clock) {
        this.station = station;
        this.jobs = jobs;
        this.clock = clock;
        idle.offer(station.protocols());
        look();
    }

    /** Looks at the ports and the patients again. */
    void look() {
        jobs.run(
                station::patientCodes,
                idle::patientCodes,
                thrown -> idle.trouble().set(sentence(thrown)));
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
        if (objection.isEmpty()) {
            start(idle.patient().get(), idle.protocol().get().id(), idle.chosenSensors());
        }
    }

    void start(String patientCode, String protocolId, List<SensorChoice> sensors) {
        if (place.get() != Place.IDLE) {
            return;
        }
        place.set(Place.OPENING);
        jobs.run(() -> station.start(patientCode, protocolId, sensors), this::running, thrown -> {
            idle.trouble().set(sentence(thrown));
            place.set(Place.IDLE);
        });
    }

    private void running(LiveSession live) {
        session.set(new SessionViewModel(live, clock));
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
        pacedBreaths = ended == null ? List.of() : ended.pacedHeart().of(resonance.blocks());
        summary.set(result);
        session.set(null);
        place.set(Place.SUMMARY);
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

    /** The breaths of its blocks. */
    List<List<PacedHeart.Breath>> pacedBreaths() {
        return pacedBreaths;
    }

    ObjectProperty<SessionSummary> summary() {
        return summary;
    }
}

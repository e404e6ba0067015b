package org.stillpoint.ui.console;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.training.Phase;
import org.stillpoint.training.RateChoice;
import org.stillpoint.training.Remembered;
import org.stillpoint.ui.Draft;
import org.stillpoint.ui.Jobs;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.Pulse;
import org.stillpoint.ui.StationControl;
import org.stillpoint.ui.StationControl.SensorChoice;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.ViewSettings;
import org.stillpoint.ui.feedback.FeedbackDisplays;
import org.stillpoint.ui.patient.PatientScreen;
import org.stillpoint.ui.sound.OwnSounds;

/**
 * The therapist's window, and the patient's window that belongs to it. JavaFX thread only.
 */
public final class TherapistConsole {

    private final Stage stage;
    private final Pulse pulse;
    private final ObjectProperty<ViewSettings> settings;
    private final ConsoleViewModel model;
    private final ConsoleSound sound;
    private final ConsoleView view;
    private final Scene scene;
    private final Pulse.Listener listener = this::frame;
    private PatientScreen patientScreen;
    private String display = "";
    private String shownDisplay = "";
    private boolean patientLookChosen;

    /**
     * With the usual view.
     *
     * @param theme of the console
     * @param patientTheme of the patient's window and its mirror
     */
    public TherapistConsole(
            Stage stage, StationControl station, Clock clock, Pulse pulse, Jobs jobs, Theme theme, Theme patientTheme) {
        this(stage, station, clock, pulse, jobs, ViewSettings.usual(theme, patientTheme));
    }

    /** @param look as remembered */
    public TherapistConsole(
            Stage stage, StationControl station, Clock clock, Pulse pulse, Jobs jobs, ViewSettings look) {
        this.stage = stage;
        this.pulse = pulse;
        this.settings = new SimpleObjectProperty<>(look);
        this.model = new ConsoleViewModel(station, jobs, clock);
        this.sound =
                new ConsoleSound(settings, () -> model.session().get(), new OwnSounds(station.soundFolder()), clock);
        Actions actions = new Actions();
        this.view = new ConsoleView(model, actions, settings, this::display);
        this.scene = new Scene(view, 1440, 900);
        look.console().apply(scene);
        new ConsoleKeys(model, view, actions, sound, clock).listen(scene);
        stage.setTitle("Stillpoint");
        stage.setMinWidth(1240);
        stage.setMinHeight(640);
        model.place().addListener((property, before, now) -> follow(now));
        settings.addListener((property, before, now) -> look(before, now));
    }

    private void look(ViewSettings before, ViewSettings now) {
        if (before.console() != now.console()) {
            now.console().apply(scene);
        }
        patientLookChosen |= before.patient() != now.patient();
        if (view.session() != null) {
            view.session().view(shown());
        }
        if (patientScreen != null) {
            dress(patientScreen, shown());
        }
        if (before.sound() != now.sound() || before.volume() != now.volume()) {
            sound.follow();
        }
        model.remember(now);
    }

    /** As chosen; a dim protocol is dim for the patient until another look is chosen in its session. */
    private ViewSettings shown() {
        SessionViewModel running = model.session().get();
        return running == null || patientLookChosen
                ? settings.get()
                : settings.get().forSession(running.session().protocol());
    }

    private static void dress(PatientScreen screen, ViewSettings now) {
        screen.theme(now.patient());
        screen.view().numbers(now.numbers());
        screen.view().stillMotion(now.stillMotion());
    }

    /** The patient's choice, else what the phase begins with, else the choice of the last time, else the protocol's. */
    private String display() {
        SessionViewModel running = model.session().get();
        if (running == null || !display.isEmpty()) {
            return display;
        }
        String ofPhase = running.phase().map(Phase::display).orElse("");
        if (!ofPhase.isEmpty()) {
            return ofPhase;
        }
        LiveSession live = running.session();
        String lastTime = live.remembered().text(Remembered.displayOf(live.protocol()));
        return FeedbackDisplays.all().stream().anyMatch(kind -> kind.id().equals(lastTime))
                ? lastTime
                : live.protocol().display();
    }

    private void followDisplay() {
        String now = display();
        if (view.session() != null && !now.equals(shownDisplay)) {
            shownDisplay = now;
            view.session().display(now);
            if (patientScreen != null) {
                patientScreen.view().display(now);
            }
        }
    }

    /** How it looks and sounds. */
    public ViewSettings settings() {
        return settings.get();
    }

    /** Opens the window. */
    public void show() {
        if (stage.getScene() != scene) {
            stage.setScene(scene);
        }
        pulse.add(listener);
        stage.show();
    }

    /** Closes both windows; a running session goes on until it is stopped. */
    public void close() {
        closePatientWindow();
        sound.stop();
        pulse.remove(listener);
        stage.close();
    }

    /** Starts a session as the Start button would, with these choices instead of those on the screen. */
    public void start(String patientCode, String protocolId, List<SensorChoice> sensors) {
        model.start(patientCode, protocolId, sensors);
    }

    /** Ends the running session and shows its summary. */
    public void stop() {
        model.stop();
    }

    /** Calls this each time the running session changes; null when it has ended. */
    public void onSession(Consumer<LiveSession> follower) {
        model.session().addListener((property, before, now) -> follower.accept(now == null ? null : now.session()));
    }

    /** The running session. */
    public Optional<LiveSession> session() {
        return Optional.ofNullable(model.session().get()).map(SessionViewModel::session);
    }

    /** Whether the summary is on the screen. */
    public boolean showsSummary() {
        return model.place().get() == ConsoleViewModel.Place.SUMMARY;
    }

    /** The answer that is being chosen or typed in the running session. */
    public Optional<Draft> draft() {
        return Optional.ofNullable(model.session().get())
                .map(running -> running.questions().draft());
    }

    /** What went wrong with the last start or stop, in one sentence; empty when nothing did. */
    public String trouble() {
        return model.idle().trouble().get();
    }

    /** Volume of the breathing sounds of the running session, 0 … 1. */
    public void volume(double share) {
        sound.volume(share);
    }

    /** For pictures. */
    public Scene scene() {
        return scene;
    }

    /** The patient's window, while it is open. */
    public Optional<PatientScreen> patientScreen() {
        return Optional.ofNullable(patientScreen);
    }

    /** Opens the patient's window of the running session, or brings it to the front. */
    public void openPatientWindow() {
        SessionViewModel running = model.session().get();
        if (running == null) {
            return;
        }
        if (patientScreen == null) {
            LiveSession live = running.session();
            Stage window = new Stage();
            patientScreen = new PatientScreen(window, live, running.questions(), pulse, shown().patient());
            dress(patientScreen, shown());
            patientScreen.sounds(sound);
            patientScreen.view().display(display());
            window.setOnCloseRequest(event -> closePatientWindow());
        }
        patientScreen.show();
    }

    private void closePatientWindow() {
        if (patientScreen != null) {
            patientScreen.close();
            patientScreen = null;
        }
    }

    private void follow(ConsoleViewModel.Place place) {
        if (place == ConsoleViewModel.Place.RUNNING) {
            display = "";
            patientLookChosen = false;
            shownDisplay = display();
            session().ifPresent(sound::start);
            if (Screen.getScreens().size() > 1) {
                openPatientWindow();
            }
        } else if (place == ConsoleViewModel.Place.SUMMARY || place == ConsoleViewModel.Place.IDLE) {
            closePatientWindow();
            sound.stop();
        }
    }

    /** One frame; the pulse calls it, a picture taker may. */
    void frame(long frameNanos) {
        view.frame(frameNanos);
        followDisplay();
        tellShown();
        String trouble = sound.trouble();
        if (trouble != null && model.session().get() != null) {
            model.session().get().tell(trouble);
        }
    }

    private void swap() {
        view.session().oneScreen(shown().patient());
    }

    /** What the patient is given is part of the feedback's own record. */
    private void tellShown() {
        session().ifPresent(live -> live.control().shown(FeedbackDisplays.number(display()), sound.heard()));
    }

    private final class Actions implements SessionActions {

        @Override
        public void display(String id) {
            display = id;
            session().ifPresent(live -> live.control().choseDisplay(id));
            followDisplay();
        }

        @Override
        public void sound(String id) {
            sound.choose(id);
        }

        @Override
        public String sounding() {
            return sound.sounding();
        }

        @Override
        public String soundState() {
            return sound.state();
        }

        @Override
        public List<String> ownSounds() {
            return sound.own();
        }

        @Override
        public boolean faded() {
            return sound.faded();
        }

        @Override
        public void fade(boolean out) {
            sound.fade(out);
        }

        @Override
        public void patientWindow() {
            openPatientWindow();
        }

        @Override
        public void noteLine() {
            view.session().toggleNote();
        }

        @Override
        public void timeLine() {
            view.session().toggleTime();
        }

        @Override
        public void sheet() {
            view.session().toggleSheet();
        }

        @Override
        public void oneScreen() {
            swap();
        }

        @Override
        public void trainAt(RateChoice choice, Consumer<RateChoice> done, Consumer<String> failed) {
            model.trainAt(choice, done, failed);
        }

        @Override
        public void end() {
            model.stop();
        }
    }
}

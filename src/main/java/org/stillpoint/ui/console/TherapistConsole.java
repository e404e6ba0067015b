package org.stillpoint.ui.console;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.DutyThread;
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
import org.stillpoint.ui.patient.SoundKeys;
import org.stillpoint.ui.sound.BreathSound;
import org.stillpoint.ui.sound.OwnSounds;
import org.stillpoint.ui.sound.SoundFiles;
import org.stillpoint.ui.sound.SoundOut;
import org.stillpoint.ui.sound.Sounds;

/**
 * The therapist's window, and the patient's window that belongs to it. JavaFX thread only.
 *
 * <p>Keys of a running session: space hold and continue, → next, X skip, R repeat, + one minute more, - one less, T time and the
 * appointment's end, F make it fit, 1 to 9 a mark at once, M a mark with a note, V veil while held down or until tapped
 * again, E too fast, Q the question that is asked, A the patient agrees, G the
 * resonance sheet, O one screen, ↓ ↑ pacer, S sounds off and on, P the patient's window.
 */
public final class TherapistConsole {

    private static final double FADE_SECONDS = 60;

    private final Stage stage;
    private final Clock clock;
    private final Pulse pulse;
    private final ObjectProperty<ViewSettings> settings;
    private final ConsoleViewModel model;
    private final OwnSounds ownSounds;
    private final ConsoleView view;
    private final Scene scene;
    private final Pulse.Listener listener = this::frame;
    private PatientScreen patientScreen;
    private BreathSound sound;
    private DutyThread soundThread;
    private DutyThread filesThread;
    private boolean faded;
    private String display = "";
    private String shownDisplay = "";
    private boolean patientLookChosen;
    private final VeilKey veilKey = new VeilKey(this::veil);

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
        this.clock = clock;
        this.pulse = pulse;
        this.settings = new SimpleObjectProperty<>(look);
        this.ownSounds = new OwnSounds(station.soundFolder());
        this.model = new ConsoleViewModel(station, jobs, clock);
        this.view = new ConsoleView(model, new Actions(), settings, this::display);
        this.scene = new Scene(view, 1440, 900);
        look.console().apply(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
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
            faded = false;
            loudness(now);
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

    private void loudness(ViewSettings now) {
        double share = now.sound() ? now.volume() : 0;
        volume(share);
        session().ifPresent(live -> live.control().choseVolume(share));
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
        stopSound();
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
        if (sound != null) {
            sound.volume(share);
        }
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
            patientScreen.sounds(new PatientSounds());
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
            startSound();
            if (Screen.getScreens().size() > 1) {
                openPatientWindow();
            }
        } else if (place == ConsoleViewModel.Place.SUMMARY || place == ConsoleViewModel.Place.IDLE) {
            closePatientWindow();
            stopSound();
        }
    }

    private void startSound() {
        session().ifPresent(live -> {
            SoundFiles files = new SoundFiles();
            faded = false;
            sound = new BreathSound(
                    live.feedback(),
                    live.protocol(),
                    live.remembered().text(Remembered.soundOf(live.protocol())),
                    SoundOut::open,
                    ownSounds,
                    files,
                    clock::nanos);
            volume(settings.get().sound() ? settings.get().volume() : 0);
            filesThread = DutyThread.start(files);
            soundThread = DutyThread.start(sound);
        });
    }

    private void stopSound() {
        if (soundThread != null) {
            soundThread.close();
            filesThread.close();
            soundThread = null;
            filesThread = null;
            sound = null;
        }
    }

    /** One frame; the pulse calls it, a picture taker may. */
    void frame(long frameNanos) {
        view.frame(frameNanos);
        followDisplay();
        tellShown();
        String trouble = sound == null ? null : sound.trouble();
        if (trouble != null && model.session().get() != null) {
            model.session().get().tell(trouble);
        }
    }

    private void pressed(KeyEvent event) {
        SessionViewModel running = model.session().get();
        if (running == null || event.isShortcutDown() || scene.getFocusOwner() instanceof TextInputControl) {
            return;
        }
        if (view.session().answers(event.getCode()) || act(running, event)) {
            event.consume();
        }
    }

    private boolean act(SessionViewModel running, KeyEvent event) {
        KeyCode key = event.getCode();
        switch (key) {
            case SPACE -> running.holdOrContinue();
            case RIGHT -> running.next();
            case PLUS, ADD -> running.oneMoreMinute();
            case MINUS, SUBTRACT -> running.appointment().oneMinuteLess();
            case UP -> running.pacer().faster();
            case DOWN -> running.pacer().slower();
            case M -> view.session().toggleNote();
            case T -> view.session().toggleTime();
            case O -> swap();
            case G -> view.session().toggleSheet();
            case F -> running.appointment().fit();
            case Q -> view.session().toQuestion();
            case E -> running.tooFast();
            case P -> openPatientWindow();
            case S -> soundOnOff();
            case X -> running.skip();
            case R -> running.repeatPhase();
            case V -> veilKey.press(clock.nanos(), running.veiled().get());
            default -> {
                if ("+".equals(event.getText())) {
                    running.oneMoreMinute();
                } else if (key.isDigitKey() && event.getText().matches("[1-9]")) {
                    running.quickMark(event.getText().charAt(0) - '0');
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /** Where it faded out, S brings it back. */
    private void soundOnOff() {
        if (faded) {
            faded = false;
            loudness(settings.get());
        } else {
            settings.set(settings.get().withSound(!settings.get().sound()));
        }
    }

    private void swap() {
        view.session().oneScreen(shown().patient());
    }

    private void veil(boolean on) {
        if (model.session().get() != null) {
            model.session().get().veil(on);
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.V && veilKey.release(clock.nanos())) {
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE
                && model.session().get() != null
                && !(scene.getFocusOwner() instanceof TextInputControl)) {
            // A focused button would fire on the release.
            event.consume();
        }
    }

    /** What the patient is given is part of the feedback's own record. */
    private void tellShown() {
        double volume = sound == null ? 0 : sound.heard();
        session().ifPresent(session -> session.control().shown(FeedbackDisplays.number(display()), volume));
    }

    private void chooseSound(String id) {
        SessionViewModel running = model.session().get();
        if (running != null && sound != null) {
            sound.sound(id, running.newest().phaseIndex());
            running.session().control().choseSound(id);
        }
    }

    private final class PatientSounds implements SoundKeys {

        @Override
        public void onOff() {
            soundOnOff();
        }

        @Override
        public void louder(boolean louder) {
            settings.set(settings.get().louder(louder));
        }

        @Override
        public void another() {
            if (sound != null) {
                chooseSound(Sounds.after(sound.sounding(), ownSounds));
            }
        }
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
            chooseSound(id);
        }

        @Override
        public String sounding() {
            return sound == null ? "" : sound.sounding();
        }

        @Override
        public String soundState() {
            if (sound == null || !sound.silence().isEmpty()) {
                return sound == null ? "" : sound.silence();
            }
            double millis = sound.latencyMillis();
            return Double.isNaN(millis) ? "" : "Heard " + Math.round(millis) + " ms after the muscle";
        }

        @Override
        public List<String> ownSounds() {
            return ownSounds.all();
        }

        @Override
        public boolean faded() {
            return faded;
        }

        @Override
        public void fade(boolean out) {
            if (!out) {
                faded = false;
                loudness(settings.get());
            } else if (sound != null) {
                faded = true;
                sound.fadeOut(FADE_SECONDS);
                session().ifPresent(live -> live.control().choseVolume(0));
            }
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

package org.stillpoint.ui.patient;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.ui.Beats;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.SessionQuestions;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.feedback.DisplayLook;
import org.stillpoint.ui.feedback.FeedbackDisplay;
import org.stillpoint.ui.feedback.FeedbackDisplays;
import org.stillpoint.ui.feedback.ReleasePicture;
import org.stillpoint.ui.feedback.TrainedMeasure;

/**
 * What the patient sees: the display in a phase that has one, one sentence in a quiet one, "rest" on hold. Used twice,
 * on the patient's window and as the console's mirror, so that both are the same by construction. JavaFX thread only.
 */
public final class PatientView extends StackPane {

    private static final double VEIL_SECONDS = 3;
    private static final double UNVEIL_SECONDS = 0.6;
    private static final double CHANGE_SECONDS = 0.2;
    private static final double SMALLEST_PIXELS = 9;
    private static final double SENTENCE_FROM_PIXELS = 170;
    private static final double LARGEST_PIXELS = 48;
    private static final double ABOVE_CURVES = 0.2;
    private static final PseudoClass ASKED_OF_THEM = PseudoClass.getPseudoClass("asked");

    private final LiveSession session;
    private final SensorNote sensorNote;
    private Theme theme;
    private final StackPane place = new StackPane();
    private final Label words = new Label();
    private final EvenLabel sentence = new EvenLabel();
    private final VBox quiet = new VBox(words, sentence);
    private final EvenLabel cue = new EvenLabel();
    private final SessionQuestions questions;
    private final QuestionPanel panel;

    private ReleasePicture release;
    private FeedbackDisplay display;
    private String displayId = "";
    private boolean asked;
    private boolean numbers;
    private boolean stillMotion;
    private double shown;
    private double spoken;
    private double released;
    private long lastNanos;

    /** With questions of its own. @param displayId the display it starts with */
    public PatientView(LiveSession session, Theme theme, String displayId) {
        this(session, new SessionQuestions(session), theme, displayId);
    }

    /**
     * @param questions shared with whoever else asks them
     * @param displayId the display it starts with
     */
    public PatientView(LiveSession session, SessionQuestions questions, Theme theme, String displayId) {
        this.session = session;
        this.questions = questions;
        this.panel = new QuestionPanel(questions);
        this.sensorNote = new SensorNote(session);
        this.theme = theme;
        getStyleClass().addAll("root", "patient");
        setMinSize(0, 0);
        place.setMinSize(0, 0);
        words.getStyleClass().add("patient-words");
        words.setId("patient-words");
        sentence.getStyleClass().add("patient-sentence");
        sentence.setId("patient-sentence");
        quiet.setAlignment(Pos.CENTER);
        quiet.getStyleClass().add("patient-quiet");
        quiet.setMouseTransparent(true);
        quiet.setMinSize(0, 0);
        cue.setId("patient-cue");
        cue.getStyleClass().add("patient-cue");
        cue.setMouseTransparent(true);
        setAlignment(cue, Pos.BOTTOM_CENTER);
        away(words);
        away(sentence);
        away(cue);
        dress();
        heightProperty().addListener((property, before, now) -> scaleType());
        widthProperty().addListener((property, before, now) -> scaleType());
        display(displayId);
    }

    private void scaleType() {
        double unit = Math.min(getWidth() / 1440, getHeight() / 810);
        double size = Math.max(SMALLEST_PIXELS, Math.min(LARGEST_PIXELS, 18 * unit));
        setStyle("-fx-font-size: " + Math.round(size * 2) / 2.0 + "px;");
        sentence.room(Math.max(200, getWidth() * 0.72));
        cue.room(Math.max(200, getWidth() * 0.84));
        setMargin(cue, new Insets(0, 0, 24 * unit, 0));
        quiet.setSpacing(20 * Math.max(0.4, unit));
    }

    /** Changes the display; what it had shown starts afresh. */
    public void display(String id) {
        if (!id.equals(displayId) || display == null) {
            displayId = id;
            open();
        }
    }

    private void dress() {
        getStylesheets().setAll(theme.tokens(), Theme.rules());
        release = new ReleasePicture(theme.palette());
        getChildren().setAll(new Dusk(theme.palette()), place, release.node(), quiet, cue, panel);
    }

    /** Another look; what the display had shown starts afresh. */
    public void theme(Theme other) {
        if (other != theme) {
            theme = other;
            dress();
            open();
        }
    }

    /** Small figures on or off; off to begin with. */
    public void numbers(boolean on) {
        if (on != numbers) {
            numbers = on;
            open();
        }
    }

    /** Whether shapes change their fill and not their place. */
    public void stillMotion(boolean on) {
        if (on != stillMotion) {
            stillMotion = on;
            open();
        }
    }

    private void open() {
        DisplayLook look = new DisplayLook(
                theme.palette(),
                stillMotion,
                numbers,
                MuscleSite.of(session),
                MuscleSite.second(session),
                MuscleSite.line(session),
                TrainedMeasure.of(session),
                heartLeads(),
                Beats.of(session));
        display = FeedbackDisplays.of(displayId).open(look);
        Region node = (Region) display.node();
        place.getChildren().setAll(node);
    }

    private boolean heartLeads() {
        return session.protocol().exercises().contains("hrv-training") && sensorNote.heartIsWorn();
    }

    /** Shows this instant; once a frame. */
    public void show(Feedback newest, long frameNanos) {
        double elapsed = Math.max(0, Math.min(0.1, (frameNanos - lastNanos) / 1e9));
        lastNanos = frameNanos;
        questions.look(newest);
        Phase phase = phase(newest);
        asked = panel.show(getWidth(), getHeight());
        boolean open = newest.state() == Feedback.State.RUNNING && !newest.asking() && !newest.veiled() && !asked;
        boolean listens = phase.kind() == PhaseKind.SCRIPT
                && display.wordless()
                && !newest.audio().isEmpty();
        boolean hasDisplay = phase.kind().showsFeedback() || phase.kind() == PhaseKind.PACER_ONLY || listens;
        display.show(newest, phase.kind().showsFeedback(), frameNanos);

        // what is not live now is not on the screen: on hold, behind a question and under the veil it is gone
        double wanted = hasDisplay && open ? 1 : 0;
        shown = toward(
                shown,
                wanted,
                elapsed / (newest.veiled() ? VEIL_SECONDS : shown < wanted ? UNVEIL_SECONDS : CHANGE_SECONDS));
        place.setOpacity(shown);
        place.setVisible(shown > 0);
        below(newest, phase, hasDisplay && open && !listens);
        say(newest, phase, hasDisplay, asked);
        boolean silent = words.getText().isEmpty() && sentence.getText().isEmpty();
        spoken =
                asked ? 0 : toward(spoken, silent ? 0 : 1, elapsed / (newest.veiled() ? VEIL_SECONDS : CHANGE_SECONDS));
        quiet.setOpacity(spoken);
        curves(newest, phase.kind() == PhaseKind.SCRIPT && open, elapsed);
    }

    /** The one sentence that goes with the picture: what is asked now, or else what the phase says, where there is room. */
    private void below(Feedback newest, Phase phase, boolean there) {
        boolean cued = there && !newest.cue().isEmpty();
        String text = "";
        if (cued) {
            text = newest.cue();
        } else if (there && !display.wordless()) {
            String needed = phase.kind().showsFeedback()
                    ? sensorNote.of(newest, FeedbackDisplays.of(displayId).shows())
                    : "";
            text = !needed.isEmpty() ? needed : getHeight() < SENTENCE_FROM_PIXELS ? "" : phase.text();
        }
        cue.setOpacity(shown);
        if (there || shown == 0) {
            set(cue, text);
            cue.pseudoClassStateChanged(ASKED_OF_THEM, cued);
        }
    }

    /** Letting go beside an earlier one, under the sentence that leads. */
    private void curves(Feedback newest, boolean led, double elapsed) {
        boolean follows = session.protocol().exercises().contains("pmr");
        boolean there = follows && release.show(newest, session.release().get()) && led;
        released = toward(released, there ? 1 : 0, elapsed / (there ? UNVEIL_SECONDS : CHANGE_SECONDS));
        release.node().setOpacity(released);
        release.node().setVisible(released > 0);
        quiet.setTranslateY(follows && led ? -Math.round(ABOVE_CURVES * getHeight()) : 0);
    }

    /** A key for the question that is asked; @return whether it was for it. */
    public boolean answer(KeyCode key) {
        return panel.key(key);
    }

    /** Whether something is asked on it now, so that keys are answers. */
    boolean asks() {
        return asked;
    }

    private Phase phase(Feedback newest) {
        List<Phase> phases = session.protocol().phases();
        if (phases.isEmpty()) {
            return new Phase("", PhaseKind.REST, 0, "");
        }
        return phases.get(Math.max(0, Math.min(phases.size() - 1, newest.phaseIndex())));
    }

    private void say(Feedback newest, Phase phase, boolean hasDisplay, boolean asked) {
        if (!questions.stopSentence().isEmpty() && !hasDisplay) {
            say("breathe as you like", questions.stopSentence());
            return;
        }
        switch (newest.state()) {
            case READY -> say("settle in", "We begin when you are comfortable.");
            case HELD -> say("rest", sensorNote.gone() ? "A sensor needs a look. We go on when it is back." : "");
            case FINISHED -> say("rest", "This exercise has ended.");
            case RUNNING -> {
                if (newest.veiled() && !newest.asking()) {
                    say("keep going on your own", newest.cue());
                } else if (hasDisplay || asked) {
                    say("", "");
                } else {
                    say(
                            phase.kind() == PhaseKind.REST ? "rest" : "",
                            newest.cue().isEmpty() ? phase.text() : newest.cue());
                }
            }
        }
    }

    private void say(String verb, String text) {
        set(words, verb);
        set(sentence, text);
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            label.setVisible(!text.isEmpty());
            label.setManaged(!text.isEmpty());
        }
    }

    /** What says nothing takes no room. */
    private static void away(Label label) {
        label.setVisible(false);
        label.setManaged(false);
    }

    private static double toward(double from, double to, double step) {
        return from < to ? Math.min(to, from + step) : Math.max(to, from - step);
    }
}

package org.stillpoint.ui.patient;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.ui.Beats;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.feedback.DisplayLook;
import org.stillpoint.ui.feedback.FeedbackDisplay;
import org.stillpoint.ui.feedback.FeedbackDisplays;

/**
 * What the patient sees: the display in a phase that has one, one sentence in a quiet one, "rest" on hold. Used twice,
 * on the patient's window and as the console's mirror, so that both are the same by construction. JavaFX thread only.
 */
public final class PatientView extends StackPane {

    private static final double VEIL_SECONDS = 3;
    private static final double CHANGE_SECONDS = 0.2;

    private final LiveSession session;
    private final SensorNote sensorNote;
    private Theme theme;
    private final StackPane place = new StackPane();
    private final Label words = new Label();
    private final Label sentence = new Label();
    private final VBox quiet = new VBox(words, sentence);

    private FeedbackDisplay display;
    private String displayId = "";
    private boolean numbers;
    private boolean stillMotion;
    private double shown;
    private double spoken;
    private long lastNanos;

    /** @param displayId the display it starts with */
    public PatientView(LiveSession session, Theme theme, String displayId) {
        this.session = session;
        this.sensorNote = new SensorNote(session);
        this.theme = theme;
        getStyleClass().addAll("root", "patient");
        setMinSize(0, 0);
        place.setMinSize(0, 0);
        words.getStyleClass().add("patient-words");
        words.setId("patient-words");
        sentence.getStyleClass().add("patient-sentence");
        sentence.setWrapText(true);
        sentence.setTextAlignment(TextAlignment.CENTER);
        quiet.setAlignment(Pos.CENTER);
        quiet.getStyleClass().add("patient-quiet");
        quiet.setMouseTransparent(true);
        quiet.setMinSize(0, 0);
        dress();
        heightProperty().addListener((property, before, now) -> scaleType());
        widthProperty().addListener((property, before, now) -> scaleType());
        display(displayId);
    }

    private void scaleType() {
        double unit = Math.min(getWidth() / 1440, getHeight() / 810);
        double size = Math.max(9, Math.min(30, 18 * unit));
        setStyle("-fx-font-size: " + Math.round(size * 2) / 2.0 + "px;");
        sentence.setMaxWidth(Math.max(200, getWidth() * 0.7));
        quiet.setSpacing(12 * Math.max(0.4, unit));
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
        getChildren().setAll(new Dusk(theme.palette()), place, quiet);
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
                MuscleSite.line(session),
                Beats.of(session));
        display = FeedbackDisplays.of(displayId).open(look);
        Region node = (Region) display.node();
        place.getChildren().setAll(node);
    }

    /** Shows this instant; once a frame. */
    public void show(Feedback newest, long frameNanos) {
        double elapsed = Math.max(0, Math.min(0.1, (frameNanos - lastNanos) / 1e9));
        lastNanos = frameNanos;
        Phase phase = phase(newest);
        boolean held = newest.state() == Feedback.State.HELD;
        boolean running = newest.state() == Feedback.State.RUNNING;
        boolean hasDisplay = phase.kind().showsFeedback() || phase.kind() == PhaseKind.PACER_ONLY;
        String needed = sensorNote.of(newest);
        display.say(needed.isEmpty() ? phase.text() : needed);
        display.show(newest, phase.kind().showsFeedback(), frameNanos);

        double wanted = running && hasDisplay && !newest.veiled() ? 1 : held && hasDisplay ? 0.12 : 0;
        double pace = newest.veiled() ? VEIL_SECONDS : CHANGE_SECONDS;
        shown = toward(shown, wanted, elapsed / pace);
        place.setOpacity(shown);
        say(newest, phase, hasDisplay);
        spoken = toward(spoken, words.getText().isEmpty() && sentence.getText().isEmpty() ? 0 : 1, elapsed / pace);
        quiet.setOpacity(spoken);
    }

    private Phase phase(Feedback newest) {
        List<Phase> phases = session.protocol().phases();
        if (phases.isEmpty()) {
            return new Phase("", PhaseKind.REST, 0, "");
        }
        return phases.get(Math.max(0, Math.min(phases.size() - 1, newest.phaseIndex())));
    }

    private void say(Feedback newest, Phase phase, boolean hasDisplay) {
        switch (newest.state()) {
            case READY -> say("settle in", "We begin when you are comfortable.");
            case HELD -> say("rest", sensorNote.gone() ? "A sensor needs a look. We go on when it is back." : "");
            case FINISHED -> say("rest", "This exercise has ended.");
            case RUNNING -> {
                if (hasDisplay) {
                    say(newest.veiled() ? "keep going on your own" : "", "");
                } else {
                    say(phase.kind() == PhaseKind.REST ? "rest" : "", phase.text());
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

    private static double toward(double from, double to, double step) {
        return from < to ? Math.min(to, from + step) : Math.max(to, from - step);
    }
}

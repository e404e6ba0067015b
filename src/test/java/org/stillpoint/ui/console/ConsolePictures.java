package org.stillpoint.ui.console;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.Jobs;
import org.stillpoint.ui.Pulse;
import org.stillpoint.ui.Snapshot;
import org.stillpoint.ui.SyntheticSession;
import org.stillpoint.ui.SyntheticStation;
import org.stillpoint.ui.Theme;

/** Draws the console into files, for looking at: {@code ConsolePictures OUT [theme]...}. */
public final class ConsolePictures {

    private ConsolePictures() {}

    public static void main(String[] args) throws Exception {
        FxThread.drawInMemory();
        FxThread.start();
        Path out = Path.of(args[0]);
        try {
            drawAll(out, args);
        } finally {
            FxThread.exit();
        }
    }

    private static void drawAll(Path out, String[] args) throws Exception {
        for (int i = 1; i < args.length; i++) {
            Theme theme = Theme.valueOf(args[i].toUpperCase(java.util.Locale.ROOT));
            draw(out, theme, 1440, 900, "1440");
            if (theme == Theme.LIGHT) {
                draw(out, theme, 1920, 1080, "1920");
                draw(out, theme, 1280, 720, "1280");
            }
        }
    }

    private static void draw(Path out, Theme theme, int width, int height, String name) throws Exception {
        SyntheticSession session = new SyntheticSession();
        SyntheticStation station = new SyntheticStation(session);
        TherapistConsole[] box = new TherapistConsole[1];
        FxThread.await(() -> {
            Stage stage = new Stage();
            stage.setWidth(width);
            stage.setHeight(height);
            Pulse pulse = new Pulse();
            box[0] = new TherapistConsole(stage, station, session, pulse, new Jobs(), theme, Theme.DARK);
            box[0].show();
            pulse.stop(); // frames are given by hand
        });
        TherapistConsole console = box[0];
        String stem = "console-" + theme.id() + "-" + name;
        Awaitility.await().until(() -> station.starts == 0);
        settle();
        Snapshot.png(console.scene(), out.resolve(stem + "-idle.png"));
        if (name.equals("1440")) {
            FxThread.await(() -> console.scene().lookup("#adjust-protocol").fireEvent(new javafx.event.ActionEvent()));
            settle();
            Snapshot.png(console.scene(), out.resolve(stem + "-adjust.png"));
            FxThread.await(() -> console.scene().lookup("#adjust-back").fireEvent(new javafx.event.ActionEvent()));
            FxThread.await(() -> {
                console.scene().lookup("#other-port-open").fireEvent(new javafx.event.ActionEvent());
                ((javafx.scene.control.TextField) console.scene().lookup("#other-port-path")).setText("/dev/pts/3");
                ((javafx.scene.control.ComboBox<?>) console.scene().lookup("#other-port-kind"))
                        .getSelectionModel()
                        .select(0);
                console.scene().lookup("#other-port-add").fireEvent(new javafx.event.ActionEvent());
                console.scene().lookup("#start").fireEvent(new javafx.event.ActionEvent());
            });
            settle();
            FxThread.await(
                    () -> ((javafx.scene.control.CheckBox) console.scene().lookup("#safety-rhythm")).fire());
            settle();
            Snapshot.png(console.scene(), out.resolve(stem + "-safety.png"));
            FxThread.await(() -> console.scene().lookup("#safety-back").fireEvent(new javafx.event.ActionEvent()));
            settle();
            Snapshot.png(console.scene(), out.resolve(stem + "-port.png"));
        }
        session.runTo(70);
        FxThread.await(() -> console.start("P-0142", "hrv-training", station.sensors()));
        Awaitility.await().until(() -> console.session().isPresent());
        settle();
        for (double t = 70; t < 300; t += 0.25) {
            session.runTo(t);
            FxThread.await(() -> console.frame(session.nanos()));
        }
        play(console, session, 300, 438);
        Snapshot.png(console.scene(), out.resolve(stem + ".png"));
        if (name.equals("1440")) {
            type(
                    console,
                    javafx.scene.input.KeyCode.RIGHT,
                    javafx.scene.input.KeyCode.ENTER,
                    javafx.scene.input.KeyCode.LEFT,
                    javafx.scene.input.KeyCode.C);
            settle();
            Snapshot.png(console.scene(), out.resolve(stem + "-trace.png"));
            type(console, javafx.scene.input.KeyCode.ESCAPE);
            session.held = true;
            play(console, session, 438, 441);
            Snapshot.png(console.scene(), out.resolve(stem + "-hold.png"));
            session.held = false;
            session.emgLost = true;
            play(console, session, 441, 446);
            FxThread.await(() -> console.scene().lookup("#mark").fireEvent(new javafx.event.ActionEvent()));
            settle();
            play(console, session, 446, 447);
            Snapshot.png(console.scene(), out.resolve(stem + "-lost-note.png"));
        }
        if (name.equals("1440") || name.equals("1280")) {
            session.held = false;
            session.emgLost = false;
            session.appointmentEnd = 1200;
            session.planned[5] = 0;
            session.note = "Muscle relaxation runs without its emg sensor: it leads, and measures nothing of that.";
            session.cue = "Softer, not deeper. Let the out-breath leave by itself.";
            FxThread.await(() -> console.scene().lookup("#time").fireEvent(new javafx.event.ActionEvent()));
            double from = session.seconds();
            play(console, session, from, from + 2);
            settle();
            Snapshot.png(console.scene(), out.resolve(stem + "-time.png"));
            FxThread.await(() -> console.scene().lookup("#time").fireEvent(new javafx.event.ActionEvent()));
            session.note = "";
            session.cue = "";
            session.appointmentEnd = Double.NaN;
            session.runTo(610);
            play(console, session, 610, 612);
            settle();
            Snapshot.png(console.scene(), out.resolve(stem + "-words.png"));
            FxThread.await(() -> console.scene().lookup("#question-skip").fireEvent(new javafx.event.ActionEvent()));
            FxThread.await(() -> javafx.event.Event.fireEvent(
                    console.scene().getRoot(),
                    new javafx.scene.input.KeyEvent(
                            javafx.scene.input.KeyEvent.KEY_PRESSED,
                            "o",
                            "o",
                            javafx.scene.input.KeyCode.O,
                            false,
                            false,
                            false,
                            false)));
            play(console, session, 612, 616);
            settle();
            Snapshot.png(console.scene(), out.resolve(stem + "-one-screen.png"));
            FxThread.await(() -> console.scene().lookup("#console-back").fireEvent(new javafx.event.ActionEvent()));
            session.runTo(1330);
            play(console, session, 1330, 1332);
            settle();
            Snapshot.png(console.scene(), out.resolve(stem + "-rating.png"));
        }
        FxThread.await(console::stop);
        Awaitility.await().until(console::showsSummary);
        for (int i = 0; i < 30; i++) {
            settle();
        }
        Snapshot.png(console.scene(), out.resolve(stem + "-curves.png"));
        FxThread.await(
                () -> ((javafx.scene.control.ToggleButton) console.scene().lookup("#as-trials")).fire());
        settle();
        Snapshot.png(console.scene(), out.resolve(stem + "-summary.png"));
        FxThread.await(console::close);
    }

    /** Keys for the columns of the trials. */
    private static void type(TherapistConsole console, javafx.scene.input.KeyCode... keys) {
        for (javafx.scene.input.KeyCode key : keys) {
            FxThread.await(() -> {
                console.scene().lookup("#trial-columns").requestFocus();
                javafx.event.Event.fireEvent(
                        console.scene().getFocusOwner(),
                        new javafx.scene.input.KeyEvent(
                                javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            });
        }
    }

    private static void settle() {
        for (int i = 0; i < 4; i++) {
            FxThread.await(() -> {});
            try {
                Thread.sleep(30);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void play(TherapistConsole console, SyntheticSession session, double from, double to) {
        for (int i = 1; i <= (to - from) * 30; i++) {
            session.runTo(from + i / 30.0);
            FxThread.await(() -> console.frame(session.nanos()));
        }
    }
}

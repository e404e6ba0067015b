package org.stillpoint.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.stillpoint.store.ProtocolFiles;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Phase;
import org.stillpoint.training.Protocol;
import org.stillpoint.ui.console.TherapistConsole;
import org.stillpoint.ui.patient.PatientView;

/** Draws each kind of question on both windows into files, for looking at: {@code QuestionPictures OUT}. */
public final class QuestionPictures {

    private static Path out;

    private QuestionPictures() {}

    public static void main(String[] args) throws Exception {
        FxThread.drawInMemory();
        FxThread.start();
        out = Path.of(args[0]);
        try {
            draw(
                    "sevens",
                    "stress-profile",
                    "Serial sevens",
                    "Begin with 1013, take 7 away, and 7 again, and so on.",
                    d -> {
                        d.digit(1);
                        d.digit(0);
                        d.digit(0);
                    });
            draw("consent", "stress-profile", "Serial sevens", "", d -> {});
            draw("imagery", "stress-profile", "A hard moment", "", d -> {});
            draw("skip", "pmr", "Left out", "", d -> {
                d.press(7);
                d.press(2);
            });
            draw("skip-none", "pmr-seven", "Left out", "", d -> {});
            draw("site", "pmr-four", "Sensor", "", d -> d.press(2));
            draw(
                    "stop",
                    "flexion-relaxation",
                    "Bend and hang",
                    "Bend forward slowly, only as far as is comfortable.",
                    d -> {});
            draw("range", "flexion-relaxation", "Range", "", d -> d.digit(7));
            draw("prediction", "transfer", "Before 1", "", d -> d.pick(6));
            draw("helped", "transfer", "What helped 1", "", d -> d.press(2));
        } finally {
            FxThread.exit();
        }
    }

    private static void draw(String name, String protocol, String phase, String cue, Consumer<Draft> hand)
            throws Exception {
        Protocol asks = ProtocolFiles.load(Path.of("none")).find(protocol).orElseThrow();
        double at = 2;
        for (Phase each : asks.phases()) {
            if (each.title().equals(phase)) {
                break;
            }
            at += each.seconds();
        }
        SyntheticSession session = new SyntheticSession(asks);
        session.cue = cue;
        session.asking = name.equals("consent");
        session.runTo(at);
        patient(session, name, 1440, 810, hand);
        if (name.equals("sevens") || name.equals("skip")) {
            patient(session, name + "-1280", 1280, 720, hand);
        }
        console(session, name, 1440, 900, hand);
        if (name.equals("skip")) {
            console(session, name + "-1280", 1280, 720, hand);
        }
    }

    private static void patient(SyntheticSession session, String name, int width, int height, Consumer<Draft> hand) {
        SessionQuestions questions = new SessionQuestions(session.live);
        questions.oneScreen(name.equals("site") || name.equals("range"));
        questions.look(newest(session));
        hand.accept(questions.draft());
        FxThread.await(() -> {
            PatientView view = new PatientView(session.live, questions, Theme.DARK, "tension");
            Scene scene = new Scene(view, width, height);
            Theme.DARK.apply(scene);
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 40; i++) {
                    view.show(newest(session), (round * 40 + i) * 33_000_000L);
                }
                view.applyCss();
                view.layout();
            }
            try {
                Snapshot.png(scene, out.resolve("patient-q-" + name + ".png"));
            } catch (java.io.IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        });
    }

    private static void console(SyntheticSession session, String name, int width, int height, Consumer<Draft> hand)
            throws Exception {
        SyntheticStation station = new SyntheticStation(session);
        TherapistConsole[] box = new TherapistConsole[1];
        FxThread.await(() -> {
            Stage stage = new Stage();
            stage.setWidth(width);
            stage.setHeight(height);
            box[0] = new TherapistConsole(stage, station, session, new Pulse(), new Jobs(), Theme.LIGHT, Theme.DARK);
            box[0].show();
            box[0].start("P-0142", session.live.protocol().id(), List.copyOf(station.sensors()));
        });
        Awaitility.await().until(() -> box[0].session().isPresent());
        Awaitility.await().pollDelay(java.time.Duration.ofMillis(700)).until(() -> true);
        FxThread.await(() -> box[0].draft().ifPresent(hand));
        Awaitility.await().pollDelay(java.time.Duration.ofMillis(500)).until(() -> true);
        Snapshot.png(box[0].scene(), out.resolve("console-q-" + name + ".png"));
        if (name.equals("helped")) {
            FxThread.await(box[0]::stop);
            Awaitility.await().until(() -> box[0].showsSummary());
            Awaitility.await().pollDelay(java.time.Duration.ofMillis(900)).until(() -> true);
            FxThread.await(() -> ((ToggleButton) box[0].scene().lookup("#results-answers")).fire());
            Awaitility.await().pollDelay(java.time.Duration.ofMillis(300)).until(() -> true);
            Snapshot.png(box[0].scene(), out.resolve("console-answers.png"));
        }
        FxThread.await(box[0]::close);
    }

    private static Feedback newest(SyntheticSession session) {
        Feedback feedback = session.cell.blank();
        session.cell.read(feedback);
        return feedback;
    }
}

package org.stillpoint.ui;

import java.nio.file.Path;
import javafx.scene.Scene;
import org.stillpoint.training.Protocol;
import org.stillpoint.ui.patient.PatientView;

/** Draws the patient's screens into files, for looking at: {@code PatientPictures OUT}. */
public final class PatientPictures {

    private static boolean drawLimit;

    private PatientPictures() {}

    public static void main(String[] args) throws Exception {
        FxThread.drawInMemory();
        FxThread.start();
        Path out = Path.of(args[0]);
        for (String display : new String[] {"wave", "shape", "tension", "wave-tension", "balance"}) {
            draw(out, display, Theme.DARK, false, display);
        }
        draw(out, "tension", Theme.DARK, true, "tension-lost");
        drawLimit = true;
        draw(out, "tension", Theme.DARK, false, "tension-limit");
        draw(out, "wave-tension", Theme.DARK, false, "wave-tension-limit");
        drawLimit = false;
        draw(out, "wave", Theme.EVENING, false, "wave-evening");
        ask(out, "number", session -> session.runTo(62));
        ask(out, "words", session -> {
            session.runTo(500);
            session.planned[7] = 1e6;
            session.runTo(1330);
        });
        ask(out, "stop", session -> session.runTo(1330));
        FxThread.exit();
    }

    private static void draw(Path out, String display, Theme theme, boolean lost, String name) throws Exception {
        SyntheticSession session = new SyntheticSession(protocol(display));
        session.emgLost = lost;
        session.emgAtLimit = drawLimit;
        session.runTo(310);
        PatientView[] view = new PatientView[1];
        Scene[] scene = new Scene[1];
        FxThread.await(() -> {
            view[0] = new PatientView(session.live, theme, display);
            scene[0] = new Scene(view[0], 1440, 810);
            theme.apply(scene[0]);
            view[0].applyCss();
            view[0].layout();
        });
        for (int i = 0; i < 24 * 50; i++) {
            session.runTo(310 + i / 50.0);
            FxThread.await(() -> {
                view[0].show(newest(session), session.nanos());
            });
        }
        Snapshot.png(scene[0], out.resolve("patient-" + name + ".png"));
    }

    private static void ask(Path out, String name, java.util.function.Consumer<SyntheticSession> go) throws Exception {
        SyntheticSession session = new SyntheticSession(protocol("wave"));
        SessionQuestions questions = new SessionQuestions(session.live);
        session.runTo(301);
        if (!name.equals("number")) {
            questions.look(newest(session));
        }
        SyntheticSession shown = name.equals("number") ? new SyntheticSession(protocol("wave")) : session;
        go.accept(shown);
        questions.look(newest(shown));
        if (!name.equals("number")) {
            questions.rate(name.equals("stop") ? 8 : 3);
        } else {
            questions.draft().pick(4);
        }
        FxThread.await(() -> {
            PatientView view = new PatientView(shown.live, questions, Theme.DARK, "wave");
            Scene scene = new Scene(view, 1440, 810);
            Theme.DARK.apply(scene);
            for (int i = 0; i < 90; i++) {
                view.show(newest(shown), i * 33_000_000L);
            }
            view.applyCss();
            view.layout();
            for (int i = 90; i < 180; i++) {
                view.show(newest(shown), i * 33_000_000L);
            }
            try {
                Snapshot.png(scene, out.resolve("patient-ask-" + name + ".png"));
            } catch (java.io.IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        });
    }

    private static org.stillpoint.training.Feedback newest(SyntheticSession session) {
        org.stillpoint.training.Feedback feedback = session.cell.blank();
        session.cell.read(feedback);
        return feedback;
    }

    private static Protocol protocol(String display) {
        return SyntheticSession.protocol(display);
    }
}

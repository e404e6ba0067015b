package org.stillpoint.ui;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import org.stillpoint.signal.Quality;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackWriter;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.ReleaseCurves;
import org.stillpoint.ui.patient.PatientView;

/**
 * Draws what the patient sees, each display in each situation, as contact sheets: {@code PatientSheet OUT [WIDTH HEIGHT]
 * [WORD]}; with a word only the situations whose name holds it.
 */
public final class PatientSheet {

    private static final int COLUMNS = 3;
    private static final int ROWS = 4;
    private static final int TILE = 480;
    private static final double BEGIN = 100;
    private static final String LONG =
            "Breathe with the pacer and watch your heart curve rise and fall. Slow, low, soft; not deeper.";

    /** One situation. */
    private record Shot(
            String name,
            String display,
            PhaseKind kind,
            String text,
            List<String> exercises,
            Consumer<SyntheticSession> set,
            Consumer<PatientView> view) {

        Shot(String name, String display, PhaseKind kind, String text, Consumer<SyntheticSession> set) {
            this(name, display, kind, text, List.of("paced-breathing"), set, view -> {});
        }
    }

    private PatientSheet() {}

    public static void main(String[] args) throws Exception {
        FxThread.drawInMemory();
        FxThread.start();
        Path out = Path.of(args[0]);
        Files.createDirectories(out);
        int width = args.length > 2 ? Integer.parseInt(args[1]) : 1440;
        int height = args.length > 2 ? Integer.parseInt(args[2]) : 810;
        String word = args.length > 3 ? args[3] : "";
        List<BufferedImage> tiles = new ArrayList<>();
        for (Shot shot : shots()) {
            if (shot.name().contains(word)) {
                Path file = out.resolve(shot.name().replace(' ', '-') + ".png");
                draw(shot, file, width, height);
                tiles.add(tile(shot.name(), ImageIO.read(file.toFile())));
            }
        }
        for (int from = 0; from < tiles.size(); from += COLUMNS * ROWS) {
            sheet(
                    tiles.subList(from, Math.min(tiles.size(), from + COLUMNS * ROWS)),
                    out.resolve("sheet-" + from / (COLUMNS * ROWS) + ".png"));
        }
        FxThread.exit();
    }

    private static List<Shot> shots() {
        List<Shot> shots = new ArrayList<>();
        Consumer<SyntheticSession> plain = session -> {};
        Consumer<PatientView> none = view -> {};
        Consumer<PatientView> still = view -> view.stillMotion(true);
        List<String> heart = List.of("hrv-training");
        for (PhaseKind kind : PhaseKind.values()) {
            String text = kind == PhaseKind.INSTRUCTION
                    ? "Slow, low, soft; not deeper. A smaller breath than you think, and the out-breath leaves by itself. If you feel dizzy or short of air, say so and breathe as you like."
                    : "Sit comfortably, feet on the floor, and let your breath come and go as it likes.";
            shots.add(new Shot("kind " + kind, "wave", kind, text, plain));
        }
        shots.add(new Shot("held", "wave", PhaseKind.FEEDBACK, LONG, session -> session.held = true));
        shots.add(new Shot("veiled", "wave", PhaseKind.FEEDBACK, LONG, session -> session.veiled = true));
        shots.add(new Shot("ready", "wave", PhaseKind.FEEDBACK, LONG, also(w -> w.state(Feedback.State.READY))));
        shots.add(new Shot("finished", "wave", PhaseKind.WRAP_UP, LONG, also(w -> w.state(Feedback.State.FINISHED))));
        shots.add(new Shot("cued", "wave", PhaseKind.FEEDBACK, LONG, cue()));
        shots.add(new Shot("masked wave", "wave", PhaseKind.FEEDBACK, LONG, also(w -> w.masked(true))));
        shots.add(new Shot(
                "belt off",
                "wave",
                PhaseKind.FEEDBACK,
                LONG,
                also(w -> w.breath(Double.NaN).quality(1, Quality.OFF))));
        shots.add(new Shot(
                "pacer goes",
                "wave",
                PhaseKind.FEEDBACK,
                LONG,
                heart,
                session -> {
                    session.also = w -> w.pacerSecondsLeft(BEGIN + 24 + 5 - session.seconds());
                },
                none));
        shots.add(new Shot(
                "pacer gone",
                "wave",
                PhaseKind.FEEDBACK,
                LONG,
                heart,
                also(w -> w.pacer(false, 6, 0.45, Double.NaN)
                        .says("Keep the rhythm by yourself; the heart curve leads.", "")),
                none));
        shots.add(new Shot(
                "breath alone",
                "wave",
                PhaseKind.FEEDBACK,
                "A hand on the belly: it rises as the air comes in and sinks as it goes.",
                also(w -> w.pacer(false, 6, 0.45, Double.NaN))));
        shots.add(new Shot("still wave", "wave", PhaseKind.FEEDBACK, LONG, heart, plain, still));
        shots.add(new Shot(
                "still gone",
                "wave",
                PhaseKind.FEEDBACK,
                LONG,
                heart,
                also(w -> w.pacer(false, 6, 0.45, Double.NaN)),
                still));
        shots.add(new Shot("still shape", "shape", PhaseKind.FEEDBACK, LONG, heart, plain, still));
        shots.add(new Shot("shape", "shape", PhaseKind.FEEDBACK, LONG, plain));
        shots.add(new Shot(
                "shape goes",
                "shape",
                PhaseKind.FEEDBACK,
                LONG,
                heart,
                session -> {
                    session.also = w -> w.pacerSecondsLeft(BEGIN + 24 + 2.5 - session.seconds());
                },
                none));
        shots.add(new Shot(
                "shape gone", "shape", PhaseKind.FEEDBACK, LONG, also(w -> w.pacer(false, 6, 0.45, Double.NaN))));
        shots.add(new Shot(
                "tension", "tension", PhaseKind.FEEDBACK, "The bar shows how much the muscle is working.", plain));
        shots.add(new Shot(
                "tension free",
                "tension",
                PhaseKind.FEEDBACK,
                "Lift, drop, watch it.",
                session -> session.threshold = Double.NaN));
        shots.add(new Shot(
                "tension lost", "tension", PhaseKind.FEEDBACK, "Let the bar sink.", session -> session.emgLost = true));
        shots.add(new Shot(
                "tension limit",
                "tension",
                PhaseKind.FEEDBACK,
                "Let the bar sink.",
                session -> session.emgAtLimit = true));
        shots.add(new Shot(
                "tension masked", "tension", PhaseKind.FEEDBACK, "Let the bar sink.", also(w -> w.masked(true))));
        shots.add(new Shot(
                "balance", "balance", PhaseKind.FEEDBACK, "Let both sides become as soft as each other.", plain));
        shots.add(new Shot(
                "balance one",
                "balance",
                PhaseKind.FEEDBACK,
                "Let both sides become as soft as each other.",
                also(w -> w.secondMuscle(Double.NaN))));
        shots.add(new Shot(
                "balance lost",
                "balance",
                PhaseKind.FEEDBACK,
                "Let both sides become as soft as each other.",
                session -> session.emgLost = true));
        shots.add(new Shot("wave-tension", "wave-tension", PhaseKind.FEEDBACK, LONG, plain));
        shots.add(new Shot(
                "goal free",
                "goal",
                PhaseKind.FEEDBACK,
                "Think of warmth: the sun on your hands, a warm cup. Let the column rise as it likes.",
                warm(Double.NaN)));
        shots.add(new Shot(
                "goal line",
                "goal",
                PhaseKind.FEEDBACK,
                "Let it rise above the line and stay there, without pushing.",
                warm(32.6)));
        shots.add(new Shot(
                "goal reached",
                "goal",
                PhaseKind.FEEDBACK,
                "Let it rise above the line and stay there, without pushing.",
                warm(31.9)));
        shots.add(new Shot(
                "goal breath",
                "goal",
                PhaseKind.FEEDBACK,
                "Let it stay below the line. Slow, low, soft; not deeper.",
                List.of("slower-breath"),
                breaths(),
                view -> view.numbers(true)));
        shots.add(new Shot(
                "goal gathers",
                "goal",
                PhaseKind.FEEDBACK,
                "Watch the column: it follows breath by breath.",
                also(w -> w.goal(2, Double.NaN, Double.NaN, false, false).meter(2, Double.NaN, 1, 0))));
        shots.add(new Shot(
                "goal lost",
                "goal",
                PhaseKind.FEEDBACK,
                "Let it sink below the line.",
                also(w -> w.goal(2, Double.NaN, 9, false, false)
                        .meter(2, Double.NaN, 3, 0)
                        .quality(1, Quality.OFF))));
        shots.add(new Shot(
                "goal still",
                "goal",
                PhaseKind.FEEDBACK,
                "Let it rise above the line.",
                List.of("warm-hands"),
                warm(32.6),
                still));
        shots.add(new Shot("black", "black", PhaseKind.FEEDBACK, "Let the sound lead.", plain));
        shots.add(new Shot(
                "script",
                "black",
                PhaseKind.SCRIPT,
                "Listen, or read along.",
                also(w -> w.says("Let your attention rest on your feet, on where they touch the floor.", ""))));
        shots.add(new Shot(
                "script heard",
                "black",
                PhaseKind.SCRIPT,
                "Listen, or read along.",
                also(w -> w.says("Let your attention rest on your feet.", "").audio("feet.wav"))));
        shots.add(new Shot(
                "pmr tense",
                "tension",
                PhaseKind.SCRIPT,
                "Tense a little when asked.",
                List.of("pmr"),
                also(w -> w.says("Lift your shoulders a little, and hold.", "")),
                none));
        shots.add(new Shot("pmr first", "tension", PhaseKind.SCRIPT, "", List.of("pmr"), letGo(4), none));
        shots.add(new Shot("pmr second", "tension", PhaseKind.SCRIPT, "", List.of("pmr", "first"), letGo(9.9), none));
        return shots;
    }

    private static Consumer<SyntheticSession> also(Consumer<FeedbackWriter> also) {
        return session -> session.also = also;
    }

    private static Consumer<SyntheticSession> cue() {
        return also(w -> w.says("A little faster now, so that it is easy. Breathe as softly as you like.", ""));
    }

    private static Consumer<SyntheticSession> warm(double line) {
        return session -> session.also = w -> {
            double value = 31.2 + (session.seconds() - BEGIN + 90) * 0.009 + 0.08 * Math.sin(session.seconds() / 9);
            w.goal(0, value, line, true, value > line);
        };
    }

    private static Consumer<SyntheticSession> breaths() {
        return session -> session.also = w -> {
            double value = 9.5 + 2 * Math.sin(Math.floor(session.seconds() / 6));
            w.goal(2, value, 9, false, value < 9);
        };
    }

    private static Consumer<SyntheticSession> letGo(double until) {
        return session -> session.also = w -> {
            double at = session.seconds() - (BEGIN + 24 - until);
            double level = at < 0.6 ? 24 + Math.sin(session.seconds() * 9) : 2.5 + 22 * Math.exp(-(at - 0.6) / 0.5);
            w.muscle(level, Double.NaN, false).letGo(at < 0 ? Double.NaN : at).says("And let go, all at once.", "");
        };
    }

    private static ReleaseCurves curves() {
        List<Double> first = new ArrayList<>();
        for (int i = 0; i < ReleaseCurves.VALUES; i++) {
            double at = i * ReleaseCurves.STEP_SECONDS - ReleaseCurves.BEFORE_SECONDS;
            first.add(
                    at < 0.9 ? 21 + 1.5 * Math.sin(i) : 6 + 15 * Math.exp(-(at - 0.9) / 2.2) + 0.5 * Math.sin(i * 1.3));
        }
        return new ReleaseCurves(List.of(), List.of(), first, 4);
    }

    private static void draw(Shot shot, Path file, int width, int height) throws Exception {
        Protocol protocol = new Protocol(
                "sheet",
                "Sheet",
                shot.exercises(),
                shot.display(),
                6,
                0.45,
                "",
                List.of(
                        new Phase("Before", PhaseKind.FEEDBACK, 10, ""),
                        new Phase("Now", shot.kind(), 600, shot.text())));
        SyntheticSession session = new SyntheticSession(protocol);
        LiveSession live = session.live;
        List<MeasureLabel> labels = new ArrayList<>(live.measures());
        if (!shot.exercises().contains("slower-breath")) {
            labels.set(0, new MeasureLabel("temperature", "Temperature", "°C", "", 1));
        }
        Supplier<ReleaseCurves> release =
                shot.exercises().contains("first") ? PatientSheet::curves : () -> ReleaseCurves.NONE;
        LiveSession with = new LiveSession(
                live.patientCode(),
                protocol,
                live.devices(),
                live.feedback(),
                live.events(),
                live.control(),
                labels,
                live.absenceWords(),
                live.recording(),
                live.resonance(),
                release,
                live.remembered());
        shot.set().accept(session);
        session.runTo(BEGIN - 10);
        SessionQuestions questions = new SessionQuestions(with);
        PatientView[] view = new PatientView[1];
        Scene[] scene = new Scene[1];
        FxThread.await(() -> {
            view[0] = new PatientView(with, questions, Theme.DARK, shot.display());
            shot.view().accept(view[0]);
            scene[0] = new Scene(view[0], width, height);
            Theme.DARK.apply(scene[0]);
            view[0].applyCss();
            view[0].layout();
        });
        for (int i = 0; i <= 34 * 40; i++) {
            session.runTo(BEGIN - 10 + i / 40.0);
            FxThread.await(() -> {
                Feedback feedback = session.cell.blank();
                session.cell.read(feedback);
                view[0].show(feedback, session.nanos());
            });
        }
        FxThread.await(() -> view[0].layout());
        Snapshot.png(scene[0], file);
    }

    private static BufferedImage tile(String name, BufferedImage picture) {
        int high = TILE * picture.getHeight() / picture.getWidth();
        BufferedImage tile = new BufferedImage(TILE, high + 22, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = tile.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, TILE, high + 22);
        g.drawImage(picture.getScaledInstance(TILE - 4, high - 4, java.awt.Image.SCALE_AREA_AVERAGING), 2, 22, null);
        g.setColor(Color.BLACK);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        g.drawString(name, 4, 16);
        g.dispose();
        return tile;
    }

    private static void sheet(List<BufferedImage> tiles, Path file) throws Exception {
        int high = tiles.get(0).getHeight();
        int rows = (tiles.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet = new BufferedImage(COLUMNS * TILE, rows * high, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        for (int i = 0; i < tiles.size(); i++) {
            g.drawImage(tiles.get(i), i % COLUMNS * TILE, i / COLUMNS * high, null);
        }
        g.dispose();
        ImageIO.write(sheet, "png", file.toFile());
    }
}

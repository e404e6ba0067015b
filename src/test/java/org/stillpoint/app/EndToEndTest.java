package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the bytes of a device on a real pseudo-terminal to the files of an export; every program is a process of its own. */
class EndToEndTest {

    private static final double RECORDED_SECONDS = 60;
    private static final double OWN_SECONDS = 8;

    private final List<ChildProgram> children = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeEach
    void pseudoTerminals() {
        assumeTrue(Files.exists(Path.of("/dev/ptmx")), "pseudo-terminals are absent on this system");
    }

    @AfterEach
    void endAll() {
        children.forEach(ChildProgram::close);
    }

    /** A device, its recorder, and what is expected of them. */
    private final class Line {
        final String name;
        final String profile;
        final Path ledger;
        final Path data;
        ChildProgram device;
        ChildProgram recorder;

        Line(String name, String profile) {
            this.name = name;
            this.profile = profile;
            this.ledger = folder.resolve(name + ".ledger.csv");
            this.data = folder.resolve(name + ".data");
        }

        void plugIn(String... how) throws Exception {
            List<String> args = new ArrayList<>(List.of("emulate", profile, "--ledger", ledger.toString()));
            args.addAll(List.of(how));
            device = child(args);
        }

        void record(double seconds) throws Exception {
            recorder = child(List.of(
                    "record",
                    "--port",
                    device.firstLine(),
                    "--profile",
                    profile,
                    "--seconds",
                    String.valueOf(seconds),
                    "--data",
                    data.toString()));
        }

        ExportedSession exported() throws Exception {
            assertThat(recorder.exit()).as(name + " " + recorder.err()).isZero();
            assertThat(recorder.out()).matches("[0-9a-f]{16}\n");
            device.stop();
            String id = recorder.firstLine();
            Path out = folder.resolve(name + ".out");
            ChildProgram export =
                    child(List.of("export", id, "--format", "csv", "--out", out.toString(), "--data", data.toString()));
            assertThat(export.exit()).as(export.err()).isZero();
            assertThat(export.out().lines())
                    .contains(out.resolve(id)
                            .resolve("signals-" + profile + ".csv")
                            .toString());
            return ExportedSession.read(out.resolve(id));
        }

        SentLedger sent() throws Exception {
            return SentLedger.read(ledger);
        }
    }

    private ChildProgram child(List<String> args) throws Exception {
        ChildProgram child = ChildProgram.start(folder, args.toArray(String[]::new));
        children.add(child);
        return child;
    }

    @Test
    void twoDevicesAtOnceLoseDoubleAndMoveNothing() throws Exception {
        Map<Line, Integer> ratesHz = new LinkedHashMap<>();
        ratesHz.put(new Line("ramp-bitalino", "bitalino"), 1000);
        ratesHz.put(new Line("ramp-cyton", "openbci-cyton"), 250);
        for (Line line : ratesHz.keySet()) {
            line.plugIn("--scenario", "ramp");
        }
        for (Line line : ratesHz.keySet()) {
            line.record(OWN_SECONDS);
        }
        for (Map.Entry<Line, Integer> each : ratesHz.entrySet()) {
            ExportedSession session = each.getKey().exported();
            SentLedger sent = each.getKey().sent();
            String name = each.getKey().name;
            assertThat(session.rows()).as(name).isEqualTo((int) Math.round(OWN_SECONDS * each.getValue()));
            assertThat(session.emptyRows()).as(name).isZero();
            assertThat(session.declaredLost()).as(name).isZero();
            long first = sent.firstSent();
            assertThat(sent.count(first, first + session.rows(), "sent"))
                    .as(name)
                    .isEqualTo(session.rows());
            for (int row = 0; row < session.rows(); row++) {
                for (int channel = 0; channel < session.columns().size(); channel++) {
                    long code = session.code(row, channel);
                    boolean bitalino = each.getKey().profile.equals("bitalino");
                    assertThat(code).as(name + " " + row).isEqualTo(bitalino ? (first + row) % 1024 : first + row);
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "end to end, %s: %d samples of %d channels recorded, 0 lost, doubled or moved%n",
                    each.getKey().profile,
                    session.rows(),
                    session.columns().size());
        }
    }

    /** What one device plays from which recording. */
    private record Played(
            Line line,
            double deviceHz,
            Recordings recording,
            double fileHz,
            Map<String, String> columns,
            double factor) {}

    @Test
    void fourSensorsAtOnceGiveBackTheRecordingsTheyPlay() throws Exception {
        Path reference = Recordings.folder();
        Played heart = new Played(
                new Line("cyton-cardio_slow6", "openbci-cyton"),
                250,
                Recordings.read(reference.resolve("synthetic/cardio_slow6.csv.gz")),
                250,
                Map.of("ch3_uV", "ecg_uV", "ch4_uV", "resp"),
                1);
        Played ecg = new Played(
                new Line("bitalino-nk_ecg", "bitalino"),
                1000,
                Recordings.read(reference.resolve("ecg/nk_ecg_1000hz.csv.gz")),
                1000,
                Map.of("ecg_mV", "ecg_mV"),
                1);
        Played muscle = new Played(
                new Line("bitalino-emg_bursts50", "bitalino"),
                1000,
                Recordings.read(reference.resolve("synthetic/emg_bursts50.csv.gz")),
                1000,
                Map.of("emg_mV", "emg_uV"),
                0.001);
        Played text = new Played(
                new Line("text-bidmc_01", "text-lines"),
                125,
                Recordings.read(reference.resolve("ppg_resp/bidmc_01.csv.gz")),
                125,
                Map.of("resp_raw", "resp", "ppg_raw", "ppg", "ecg_mV", "ecg_mV"),
                1);
        heart.line.plugIn("--signal", heart.recording.file(), "--rate", "250", "--map", "ch3=ecg_uV,ch4=resp*1000");
        ecg.line.plugIn("--signal", ecg.recording.file(), "--rate", "1000", "--map", "ecg=ecg_mV");
        muscle.line.plugIn("--signal", muscle.recording.file(), "--rate", "1000", "--map", "emg=emg_uV");
        text.line.plugIn("--signal", text.recording.file(), "--rate", "125");
        List<Played> all = List.of(heart, ecg, muscle, text);
        for (Played played : all) {
            played.line.record(RECORDED_SECONDS);
        }

        Map<Played, ExportedSession> sessions = new LinkedHashMap<>();
        for (Played played : all) {
            ExportedSession session = played.line.exported();
            sessions.put(played, session);
            assertSameAsRecording(played, session);
        }
        assertThat(sessions.get(heart).rows()).isEqualTo(15_000);
        assertThat(sessions.get(ecg).rows()).isEqualTo(60_000);
        assertThat(sessions.get(muscle).rows()).isEqualTo(60_000);
        assertThat(sessions.get(text).rows() / 125.0).isBetween(59.9, 60.1);

        assertBeatsFound(heart, sessions.get(heart), reference.resolve("synthetic/cardio_slow6.beats.csv"));
        assertBeatsFound(text, sessions.get(text), reference.resolve("ppg_resp/bidmc_01.rpeaks.csv"));
        // 50 s of a heart at rest, played from the start again; no beats are marked in it.
        assertThat(sessions.get(ecg).times("beats.csv")).hasSizeBetween(54, 62);
        // 6 breaths a minute: the first is whole when the second begins.
        assertThat(sessions.get(heart).times("breaths.csv")).hasSizeBetween(4, 6);
    }

    /** Every marked beat after the first ten seconds is found within 150 ms, and next to nothing else. */
    private static void assertBeatsFound(Played played, ExportedSession session, Path marks) throws Exception {
        double offset = firstIndex(played, session, played.line.sent()) / played.deviceHz;
        double end = session.rows() / played.deviceHz;
        double[] found = Arrays.stream(session.times("beats.csv"))
                .filter(t -> t >= 10 && t < end - 1)
                .toArray();
        double[] marked;
        try (Stream<String> lines = Files.lines(marks)) {
            marked = lines.skip(1)
                    .mapToDouble(line -> Double.parseDouble(line.split(",")[0]) - offset)
                    .filter(t -> t >= 10 && t < end - 1)
                    .toArray();
        }
        long missed = Arrays.stream(marked).filter(t -> !near(t, found)).count();
        long invented = Arrays.stream(found).filter(t -> !near(t, marked)).count();
        System.out.printf(
                Locale.ROOT,
                "end to end, %s: %d beats marked in %.0f s, %d missed, %d invented%n",
                played.line.name,
                marked.length,
                end - 11,
                missed,
                invented);
        assertThat(marked.length).as(played.line.name).isGreaterThan(40);
        assertThat(missed).as(played.line.name + " missed").isLessThanOrEqualTo(1);
        assertThat(invented).as(played.line.name + " invented").isLessThanOrEqualTo(1);
    }

    private static boolean near(double t, double[] others) {
        return Arrays.stream(others).anyMatch(other -> Math.abs(other - t) <= 0.15);
    }

    /** Finds where the recording begins and compares every cell with its row. */
    private static void assertSameAsRecording(Played played, ExportedSession session) throws Exception {
        String name = played.line.name;
        SentLedger sent = played.line.sent();
        long first = firstIndex(played, session, sent);
        assertThat(session.declaredLost()).as(name).isZero();
        assertThat(session.emptyRows()).as(name).isZero();
        assertThat(sent.count(first, first + session.rows(), "sent")).as(name).isEqualTo(session.rows());
        double worst = 0;
        for (int row = 0; row < session.rows(); row++) {
            worst = Math.max(worst, stepsOff(played, session, row, first + row));
        }
        System.out.printf(
                Locale.ROOT,
                "end to end, %s: %d samples from device index %d (%s), 0 lost, at most %.2f steps from the recording,"
                        + " %d beats, %d pulses, %d breaths%n",
                name,
                session.rows(),
                first,
                sent.tally(first, first + session.rows()),
                worst,
                session.times("beats.csv").length,
                session.times("pulses.csv").length,
                session.times("breaths.csv").length);
        assertThat(worst).as(name).isLessThanOrEqualTo(1);
    }

    /** The first sample that left the device from which on the recording's rows are the ones recorded. */
    private static long firstIndex(Played played, ExportedSession session, SentLedger sent) {
        int enough = Math.min(250, session.rows());
        for (long index : sent.fates().keySet()) {
            boolean all = sent.sent(index);
            for (int row = 0; all && row < enough; row++) {
                all = stepsOff(played, session, row, index + row) <= 1;
            }
            if (all) {
                return index;
            }
        }
        throw new AssertionError(played.line.name + ": the recording is nowhere in what was recorded");
    }

    /** The largest difference of a row from the recording's row of a device index, in steps of the channel. */
    private static double stepsOff(Played played, ExportedSession session, int row, long index) {
        double worst = 0;
        for (Map.Entry<String, String> each : played.columns.entrySet()) {
            int channel = session.columns().indexOf(each.getKey());
            double factor = each.getKey().equals("ch4_uV") ? 1000 : played.factor;
            double expected =
                    played.recording.value(each.getValue(), (long) Math.floor(index * played.fileHz / played.deviceHz));
            // Text carries decimals of any length: the same number, not one within a step.
            double step = played.line.profile.equals("text-lines") ? 1e-9 : session.scale(channel);
            worst = Math.max(worst, Math.abs(session.values()[row][channel] - expected * factor) / step);
        }
        return worst;
    }
}

package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The whole way over annotated recordings: F1 per kind of event, with the least that must be reached.
 *
 * <p>Scored as ANSI/AAMI EC57 pairs beats: one detection with at most one reference, nearest first; the first 10 s are left
 * out. Where sensor and reference lie apart (pulse after R wave) a constant lag is taken out.
 */
class ReferenceDataTest {

    private static Path data;

    @TempDir
    Path folder;

    @BeforeAll
    static void needsTheRecordings() {
        String place = System.getProperty("reference.data", "");
        if (place.isEmpty()) {
            System.out.println("reference data: absent");
        }
        Assumptions.assumeTrue(!place.isEmpty(), "reference data: absent");
        data = Path.of(place);
    }

    /** Sums of true, false and missed events. */
    private static final class Score {
        private int hit;
        private int invented;
        private int missed;

        void add(List<Double> reference, List<Double> found, double tolerance, double start) {
            boolean[] taken = new boolean[reference.size()];
            boolean[] used = new boolean[found.size()];
            List<double[]> pairs = new ArrayList<>();
            for (int i = 0; i < reference.size(); i++) {
                for (int j = 0; j < found.size(); j++) {
                    double apart = Math.abs(reference.get(i) - found.get(j));
                    if (apart <= tolerance) {
                        pairs.add(new double[] {apart, i, j});
                    }
                }
            }
            pairs.sort((a, b) -> Double.compare(a[0], b[0]));
            for (double[] pair : pairs) {
                if (!taken[(int) pair[1]] && !used[(int) pair[2]]) {
                    taken[(int) pair[1]] = true;
                    used[(int) pair[2]] = true;
                }
            }
            for (int i = 0; i < taken.length; i++) {
                if (reference.get(i) >= start) {
                    hit += taken[i] ? 1 : 0;
                    missed += taken[i] ? 0 : 1;
                }
            }
            for (int j = 0; j < used.length; j++) {
                invented += !used[j] && found.get(j) >= start ? 1 : 0;
            }
        }

        double f1() {
            return 200.0 * hit / (2.0 * hit + invented + missed);
        }

        void print(String what) {
            System.out.printf(
                    Locale.ROOT, "%s: F1 %.2f %% (%d, %d invented, %d missed)%n", what, f1(), hit, invented, missed);
        }
    }

    private List<Double> events(Path recording, double rateHz, String map, String option) throws IOException {
        Path out = folder.resolve("events.csv");
        int exit = new CommandLine(new AnalyzeCommand())
                .execute(recording.toString(), "--rate", String.valueOf(rateHz), "--map", map, option, out.toString());
        assertThat(exit).isZero();
        return times(out, "");
    }

    private static List<Double> times(Path file, String only) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int column = List.of(lines.get(0).split(",")).indexOf("t_s");
        return lines.stream()
                .skip(1)
                .filter(line -> line.startsWith(only))
                .map(line -> Double.valueOf(line.split(",")[column]))
                .toList();
    }

    private static List<Path> recordings(String folder, String start) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().startsWith(start)
                            && file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList();
        }
    }

    private static Path beside(Path recording, String suffix) {
        return recording.resolveSibling(recording.getFileName().toString().replace(".csv.gz", suffix));
    }

    private static List<Double> shifted(List<Double> found, List<Double> reference, double from, double to) {
        List<Double> best = found;
        int most = -1;
        for (double lag = from; lag <= to; lag += 0.02) {
            double now = lag;
            List<Double> tried = found.stream().map(t -> t - now).toList();
            double[] sorted = tried.stream().mapToDouble(Double::doubleValue).toArray();
            int near = 0;
            for (double t : reference) {
                int place = Arrays.binarySearch(sorted, t - 0.1);
                int next = place < 0 ? -place - 1 : place;
                near += next < sorted.length && sorted[next] <= t + 0.1 ? 1 : 0;
            }
            if (near > most) {
                most = near;
                best = tried;
            }
        }
        return best;
    }

    @Test
    void beatsOfArrhythmiaPatientsAreFound() throws IOException {
        Score all = new Score();
        for (Path recording : recordings("ecg", "mitdb_")) {
            List<Double> found = events(recording, 360, "ecg=ecg_uV", "--beats");
            all.add(times(beside(recording, ".beats.csv"), ""), found, 0.15, 10);
        }
        all.print("ECG, arrhythmia records");
        assertThat(all.f1()).isGreaterThan(99.70);
    }

    @Test
    void beatsUnderMovingElectrodesAreFound() throws IOException {
        Score all = new Score();
        for (Path recording : recordings("ecg", "nst_")) {
            List<Double> found = events(recording, 360, "ecg=ecg_uV", "--beats");
            all.add(times(beside(recording, ".beats.csv"), ""), found, 0.15, 10);
        }
        all.print("ECG, noise-stress records");
        assertThat(all.f1()).isGreaterThan(95.5);
    }

    @Test
    void pulsesOfHospitalPatientsAreFound() throws IOException {
        Score all = new Score();
        for (Path recording : recordings("ppg_resp", "bidmc_")) {
            List<Double> reference = times(beside(recording, ".rpeaks.csv"), "");
            List<Double> found = events(recording, 125, "ppg=ppg", "--pulses");
            all.add(reference, shifted(found, reference, 0.3, 1), 0.15, 10);
        }
        all.print("PPG, hospital records");
        assertThat(all.f1()).isGreaterThan(98.5);
    }

    @Test
    void breathsOfHospitalPatientsAreFound() throws IOException {
        Score all = new Score();
        for (Path recording : recordings("ppg_resp", "bidmc_")) {
            List<Double> reference = times(beside(recording, ".breaths.csv"), "1,");
            List<Double> found = events(recording, 125, "resp=resp", "--breaths");
            all.add(reference, shifted(found, reference, -1.5, 1.5), 0.75, 10);
        }
        all.print("breath, hospital records");
        assertThat(all.f1()).isGreaterThan(96.5);
    }

    @Test
    void allContractionsAreFoundAndNoneInvented() throws IOException {
        Path recording = data.resolve("synthetic/emg_bursts50.csv.gz");
        Score all = new Score();
        all.add(
                times(beside(recording, ".bursts.csv"), ""),
                events(recording, 1000, "emg=emg_uV", "--bursts"),
                0.25,
                0);
        all.print("muscle, contractions");
        assertThat(all.f1()).isEqualTo(100);
    }
}

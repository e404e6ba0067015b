package org.stillpoint.ui;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.care.Answer;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.care.PatientCard;
import org.stillpoint.care.RatingResult;
import org.stillpoint.care.SessionResult;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.care.Spread;
import org.stillpoint.care.TrialMeasure;
import org.stillpoint.care.TrialResult;
import org.stillpoint.care.TrialTrace;
import org.stillpoint.care.ZoneTime;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Finding;
import org.stillpoint.training.PhaseKind;

/** A made-up session seen afterwards. */
public final class SyntheticSummary {

    private SyntheticSummary() {}

    public static SessionSummary make() {
        double seconds = 900;
        List<Double> beatTimes = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        double t = 0;
        while (t < seconds) {
            double swing = t < 240 ? 2 : 6;
            double rate = 67 - t / 300 + swing * Math.sin(2 * Math.PI * t / 10) + Math.sin(t / 3.1);
            t += 60 / rate;
            beatTimes.add(t);
            rates.add(t > 520 && t < 534 ? Double.NaN : rate);
        }
        int n = (int) (seconds * 5);
        double[] times = new double[n];
        double[] breath = new double[n];
        double[] muscle = new double[n];
        for (int i = 0; i < n; i++) {
            double at = i / 5.0;
            times[i] = at;
            double period = at < 240 ? 4.6 : 10;
            breath[i] = 0.5 - (at < 240 ? 0.3 : 0.46) * Math.cos(2 * Math.PI * at / period) + 0.03 * Math.sin(at);
            muscle[i] = 2.4
                    + 2.4 * Math.exp(-at / 300)
                    + 0.5 * Math.sin(at / 7)
                    + 9 * Math.exp(-Math.pow((at - 402) / 3, 2));
            if (at > 520 && at < 534) {
                breath[i] = Double.NaN;
                muscle[i] = Double.NaN;
            }
        }
        return new SessionSummary(
                "0123456789abcdef",
                seconds,
                beatTimes.stream().mapToDouble(Double::doubleValue).toArray(),
                rates.stream().mapToDouble(Double::doubleValue).toArray(),
                times,
                breath,
                times,
                muscle,
                3.5,
                List.of(
                        new Marker(0, "phase", "Settle"),
                        new Marker(60, "phase", "Rest"),
                        new Marker(150, "phase", "Alone before"),
                        new Marker(240, "phase", "Trial 1"),
                        new Marker(480, "phase", "Trial 2"),
                        new Marker(720, "phase", "Alone after"),
                        new Marker(840, "phase", "Wrap-up")),
                List.of(new Marker(520, "gap", "BITalino was unplugged for 14 s")),
                List.of(
                        new MeasureResult(
                                "swing", "Swing per breath", 11.4, "/min", "", 240, Double.NaN, Double.NaN, 0),
                        new MeasureResult(
                                "heart-rate", "Heart rate", 65.8, "/min", "", 886, Double.NaN, Double.NaN, 0.4),
                        new MeasureResult(
                                "breathing-rate", "Breathing rate", 6.02, "/min", "", 240, Double.NaN, Double.NaN, 0),
                        new MeasureResult("emg", "Muscle, median", 3.1, "µV", "", 600, 20, 450, 0),
                        new MeasureResult("rmssd", "RMSSD", 41.6, "ms", "", 90, Double.NaN, Double.NaN, 1.8),
                        new MeasureResult(
                                "rhythm", "Rhythm", Double.NaN, "", "needs 64 s without a gap", 0, 0.04, 0.26, 0)),
                List.of(
                        new MeasureResult("swing", "Swing per breath", 4.2, "/min", "", 85, Double.NaN, Double.NaN, 0)
                                .in("Rest", 60),
                        new MeasureResult(
                                        "rmssd", "RMSSD", Double.NaN, "ms", "needs 64 s", 0, Double.NaN, Double.NaN, 0)
                                .in("Rest", 60)),
                result(),
                PatientCard.of(result(), null),
                List.of(
                        trace(0, "Rest", "rest", 60, 150, muscle),
                        trace(1, "Alone before", "alone", 150, 240, muscle),
                        trace(2, "Trial 1", "1", 240, 480, muscle),
                        trace(3, "Trial 2", "2", 480, 720, muscle),
                        trace(4, "Alone after", "alone", 720, 840, muscle)));
    }

    private static TrialTrace trace(int part, String title, String word, int from, int to, double[] muscle) {
        double[] values = new double[to - from];
        boolean[] counted = new boolean[to - from];
        for (int i = 0; i < values.length; i++) {
            values[i] = muscle[5 * (from + i)];
            counted[i] = Math.abs(from + i - 402) > 12;
        }
        return new TrialTrace(part, title, word, Modality.EMG, "Muscle", "µV", 1, values, counted);
    }

    private static SessionResult result() {
        Spread all = new Spread(3.4, 2.6, 4.9, 228, 95, "");
        Spread veiled = new Spread(3.9, 3.1, 5.2, 76, 95, "");
        return new SessionResult(
                List.of(
                        new TrialResult(
                                "Trial 1",
                                PhaseKind.FEEDBACK,
                                240,
                                480,
                                160,
                                true,
                                List.of(
                                        new TrialMeasure("muscle@emg", "Muscle", "µV", all, all, veiled),
                                        new TrialMeasure(
                                                "rhythm",
                                                "Rhythm",
                                                "ratio",
                                                Spread.absent("needs 64 s of its own"),
                                                Spread.NONE,
                                                Spread.NONE)),
                                new ZoneTime(4.2, "the first baseline", 81, 84, 72, 14)),
                        new TrialResult(
                                "Task 1",
                                PhaseKind.TRANSFER,
                                490,
                                700,
                                0,
                                false,
                                List.of(),
                                new ZoneTime(Double.NaN, "", Double.NaN, Double.NaN, Double.NaN, Double.NaN)),
                        new TrialResult(
                                "Alone after",
                                PhaseKind.ALONE_AFTER,
                                720,
                                840,
                                0,
                                false,
                                List.of(new TrialMeasure("muscle@emg", "Muscle", "µV", all, Spread.NONE, Spread.NONE)),
                                new ZoneTime(4.2, "the first baseline", 77, Double.NaN, Double.NaN, 9))),
                List.of(
                        new RatingResult("distress", 4, 2, 2),
                        new RatingResult("prediction_tension", Double.NaN, 6, 1)),
                List.of(
                        new Answer(300, "Serial sevens", "serial_sevens", "1006"),
                        new Answer(304, "Serial sevens", "serial_sevens", "999"),
                        new Answer(309, "Serial sevens", "serial_sevens", "992"),
                        new Answer(705, "What helped 2", "what_helped", "shoulders down")),
                List.of(Finding.of("predicted_tension_1", 6, ""), Finding.of("measured_tension_1", 4.2, "")),
                0,
                false);
    }
}

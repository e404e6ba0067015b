package org.stillpoint.ui.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.signal.Marker;

/** A minute of a session in figures: what the curves show, as a table. A figure that cannot be given is a dash. */
record SummaryRow(String time, String phase, String heartRate, String swing, String muscle) {

    private static final double LENGTH_SECONDS = 60;
    private static final String ABSENT = "–";

    static List<SummaryRow> of(SessionSummary summary) {
        List<SummaryRow> rows = new ArrayList<>();
        for (double from = 0; from < summary.seconds(); from += LENGTH_SECONDS) {
            double to = Math.min(summary.seconds(), from + LENGTH_SECONDS);
            double[] heart = within(summary.beatSeconds(), summary.heartRatePerMinute(), from, to);
            double[] muscle = within(summary.muscleSeconds(), summary.muscleMicrovolts(), from, to);
            rows.add(new SummaryRow(
                    String.format(Locale.ROOT, "%d:%02d", (int) from / 60, (int) from % 60),
                    phaseAt(summary.phases(), from),
                    heart.length == 0
                            ? ABSENT
                            : figure(Arrays.stream(heart).average().orElse(Double.NaN)),
                    heart.length < 2 ? ABSENT : figure(heart[heart.length - 1]) + " / " + figure(heart[0]),
                    muscle.length == 0 ? ABSENT : figure(muscle[muscle.length / 2])));
        }
        return rows;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String phaseAt(List<Marker> phases, double tSeconds) {
        String label = "";
        for (Marker phase : phases) {
            if (phase.tSeconds() <= tSeconds) {
                label = phase.label();
            }
        }
        return label;
    }

    private static double[] within(double[] times, double[] values, double from, double to) {
        double[] found = new double[times.length];
        int n = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] >= from && times[i] < to && !Double.isNaN(values[i])) {
                found[n++] = values[i];
            }
        }
        double[] sorted = Arrays.copyOf(found, n);
        Arrays.sort(sorted);
        return sorted;
    }
}

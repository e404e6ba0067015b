package org.stillpoint.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.metric.Absence;
import org.stillpoint.metric.Meter;
import org.stillpoint.metric.Metric;
import org.stillpoint.metric.Recipe;

/**
 * One measure over a whole session: the median of what its meter said once a second. Absent, with the reason it gave most
 * often, when it never had a value. One thread.
 */
final class MeasureTally {

    private static final Pattern BAND = Pattern.compile("([0-9.]+)-([0-9.]+) Hz.*");

    private final Metric metric;
    private final Map<Absence, Integer> absences = new EnumMap<>(Absence.class);
    private double[] values = new double[256];
    private int count;
    private double corrected;
    private int correctedCount;

    MeasureTally(Metric metric) {
        this.metric = metric;
    }

    void take(Meter meter) {
        double value = meter.value();
        if (Double.isNaN(value)) {
            absences.merge(meter.reason(), 1, Integer::sum);
            if (meter.reason() == Absence.CORRECTED_SHARE) {
                share(meter);
            }
            return;
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
        share(meter);
    }

    private void share(Meter meter) {
        double share = meter.correctedShare();
        if (!Double.isNaN(share)) {
            corrected += share;
            correctedCount++;
        }
    }

    boolean hasValue() {
        return count > 0;
    }

    MeasureResult result() {
        Matcher band = BAND.matcher(metric.band());
        boolean banded = band.matches();
        return new MeasureResult(
                metric.id(),
                metric.name(),
                median(),
                metric.unit(),
                count > 0 ? "" : metric.reason(reason()),
                count > 0 ? count : Double.NaN,
                banded ? Double.parseDouble(band.group(1)) : Double.NaN,
                banded ? Double.parseDouble(band.group(2)) : Double.NaN,
                correctedCount == 0 ? Double.NaN : 100 * corrected / correctedCount,
                "",
                0,
                count > 0 ? Recipe.live(metric) : Map.of());
    }

    private double median() {
        if (count == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
    }

    private Absence reason() {
        return absences.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Absence.NOT_ENOUGH_YET);
    }
}

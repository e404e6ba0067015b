package org.stillpoint.app;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.metric.Event;
import org.stillpoint.metric.IntervalFigures;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.metric.PipelineSettings;

/** One recording through the pipeline: its events as CSV text, its figures as JSON text. */
final class Analysis {

    private final List<ColumnMap> maps;
    private final CsvColumns columns;
    private final double rateHz;
    private final double[] times;
    private final StringBuilder beats = new StringBuilder("t_s,emitted_s,kind\n");
    private final StringBuilder pulses = new StringBuilder("t_s,emitted_s\n");
    private final StringBuilder breaths = new StringBuilder("t_s,emitted_s,exhale_s,end_s,depth\n");
    private final StringBuilder bursts = new StringBuilder("t_s,emitted_s,end_s,peak_uV\n");
    private double burstOnset = Double.NaN;
    private double burstEmitted = Double.NaN;
    private double inhaleOnset = Double.NaN;
    private double inhaleEmitted = Double.NaN;
    private double exhaleOnset = Double.NaN;

    /** @param times of the rows, or null when row k lies at k / rate */
    Analysis(List<ColumnMap> maps, CsvColumns columns, double rateHz, double[] times) {
        this.maps = maps;
        this.columns = columns;
        this.rateHz = rateHz;
        this.times = times;
    }

    /** Steps the pipeline through all rows. */
    void run() {
        List<Pipeline.Line> lines = new ArrayList<>();
        List<double[]> codes = new ArrayList<>();
        for (ColumnMap one : maps) {
            if (one.modality().isPresent()) {
                lines.add(new Pipeline.Line(one.channel(), rateHz));
                codes.add(columns.numbers(one.column()));
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        Pipeline pipeline = new Pipeline(lines, PipelineSettings.USUAL);
        double[][] matrix = codes.toArray(new double[0][]);
        for (int row = 0; row < columns.rows(); row++) {
            double t = times == null ? row / rateHz : times[row];
            for (int line = 0; line < matrix.length; line++) {
                pipeline.step(line, matrix[line][row], t);
                if (pipeline.event() != Event.NONE) {
                    note(pipeline, t);
                }
            }
        }
        if (burstOnset == burstOnset) {
            row(bursts, burstOnset, burstEmitted, Double.NaN, Double.NaN);
        }
        if (inhaleOnset == inhaleOnset) {
            row(breaths, inhaleOnset, inhaleEmitted, exhaleOnset, Double.NaN, Double.NaN);
        }
    }

    private void note(Pipeline pipeline, double emitted) {
        double at = pipeline.eventSeconds();
        switch (pipeline.event()) {
            case BEAT -> {
                row(beats, at, emitted);
                beats.insert(beats.length() - 1, "," + pipeline.eventVerdict().id());
            }
            case PULSE -> row(pulses, at, emitted);
            case INHALE -> {
                if (inhaleOnset == inhaleOnset) {
                    row(breaths, inhaleOnset, inhaleEmitted, exhaleOnset, Double.NaN, Double.NaN);
                }
                inhale(at, emitted);
            }
            case EXHALE -> exhaleOnset = at;
            case BREATH -> {
                row(breaths, inhaleOnset, inhaleEmitted, exhaleOnset, at, pipeline.eventValue());
                inhale(at, emitted);
            }
            case BURST_ON -> {
                burstOnset = at;
                burstEmitted = emitted;
            }
            case BURST_OFF -> {
                row(bursts, burstOnset, burstEmitted, at, pipeline.eventValue());
                burstOnset = Double.NaN;
            }
            default -> {
                // turning points and nothing have no row of their own
            }
        }
    }

    private void inhale(double at, double emitted) {
        inhaleOnset = at;
        inhaleEmitted = emitted;
        exhaleOnset = Double.NaN;
    }

    private static void row(StringBuilder to, double... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                to.append(',');
            }
            if (values[i] == values[i]) {
                to.append(decimal(values[i], 6));
            }
        }
        to.append('\n');
    }

    private static String decimal(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }

    /** The figures as {@code {NAME: {name: number}}}; a line into {@code reasons} for each that is left out. */
    String metrics(String record, List<String> reasons) {
        Map<String, Double> figures = new TreeMap<>();
        for (ColumnMap one : maps) {
            if (one.role().equals("rr") || one.role().equals("beats")) {
                figures.putAll(IntervalFigures.of(intervals(one)));
            }
        }
        StringBuilder json = new StringBuilder("{\"" + escaped(record) + "\": {");
        String between = "\n";
        for (Map.Entry<String, Double> figure : figures.entrySet()) {
            if (!Double.isFinite(figure.getValue())) {
                reasons.add(record + ": " + figure.getKey() + " is left out: not enough data for it.");
                continue;
            }
            json.append(between).append("  \"").append(figure.getKey()).append("\": ");
            json.append(new BigDecimal(figure.getValue())
                    .round(new MathContext(12))
                    .stripTrailingZeros()
                    .toPlainString());
            between = ",\n";
        }
        return json.append("\n}}\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private double[] intervals(ColumnMap one) {
        double[] values = columns.numbers(one.column());
        for (int i = 0; i < values.length; i++) {
            values[i] *= one.factor();
        }
        values = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (one.role().equals("rr")) {
            return values;
        }
        double[] rr = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < rr.length; i++) {
            rr[i] = (values[i + 1] - values[i]) * 1000;
        }
        return rr;
    }

    String beats() {
        return beats.toString();
    }

    String pulses() {
        return pulses.toString();
    }

    String breaths() {
        return breaths.toString();
    }

    String bursts() {
        return bursts.toString();
    }
}

package org.stillpoint.app;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stillpoint.metric.BreathFigures;
import org.stillpoint.metric.Event;
import org.stillpoint.metric.EventFigures;
import org.stillpoint.metric.Figures;
import org.stillpoint.metric.IntervalFigures;
import org.stillpoint.metric.MuscleFigures;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.signal.RrCleaner;
import org.stillpoint.signal.RrVerdict;

/** One recording through the pipeline: its events as CSV text, its figures as JSON text. */
final class Analysis {

    /** How far an early pulse and its pause together may lie from two usual intervals. */
    private static final double PAUSE_SHARE = 0.2;

    private final List<ColumnMap> maps;
    private final CsvColumns columns;
    private final double rateHz;
    private final double[] times;
    private final StringBuilder beats = new StringBuilder("t_s,emitted_s,kind,late\n");
    private final StringBuilder pulses = new StringBuilder("t_s,emitted_s,late\n");
    private final StringBuilder breaths = new StringBuilder("t_s,emitted_s,exhale_s,end_s,depth\n");
    private final StringBuilder bursts = new StringBuilder("t_s,emitted_s,end_s,peak_uV\n");
    private final List<double[]> beatRows = new ArrayList<>();
    private final List<double[]> pulseRows = new ArrayList<>();
    private final List<double[]> breathRows = new ArrayList<>();
    private final List<double[]> burstRows = new ArrayList<>();
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
            burst(Double.NaN, Double.NaN);
        }
        if (inhaleOnset == inhaleOnset) {
            breath(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    private void note(Pipeline pipeline, double emitted) {
        double at = pipeline.eventSeconds();
        switch (pipeline.event()) {
            case BEAT -> {
                RrVerdict verdict = pipeline.eventVerdict();
                beatRows.add(new double[] {at, pipeline.eventValue(), verdict == RrVerdict.POOR ? 0 : 1});
                row(beats, at, emitted);
                beats.insert(beats.length() - 1, "," + verdict.id() + (pipeline.eventLate() ? ",1" : ",0"));
            }
            case PULSE -> {
                pulseRows.add(
                        new double[] {at, pipeline.eventValue(), pipeline.eventVerdict() == RrVerdict.POOR ? 0 : 1});
                row(pulses, at, emitted);
                pulses.insert(pulses.length() - 1, pipeline.eventLate() ? ",1" : ",0");
            }
            case INHALE -> {
                if (inhaleOnset == inhaleOnset) {
                    breath(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
                }
                inhale(at, emitted);
            }
            case EXHALE -> exhaleOnset = at;
            case BREATH -> {
                breath(at, pipeline.eventValue(), pipeline.breathInhaleEndSeconds(), pipeline.breathExhaleEndSeconds());
                inhale(at, emitted);
            }
            case BURST_ON -> {
                burstOnset = at;
                burstEmitted = emitted;
            }
            case BURST_OFF -> burst(at, pipeline.eventValue());
            default -> {
                // nothing was found
            }
        }
    }

    private void burst(double end, double peak) {
        burstRows.add(new double[] {burstOnset, end});
        row(bursts, burstOnset, burstEmitted, end, peak);
        burstOnset = Double.NaN;
    }

    private void breath(double end, double depth, double inhaleEnd, double exhaleEnd) {
        breathRows.add(new double[] {inhaleOnset, exhaleOnset, end, depth, inhaleEnd, exhaleEnd});
        row(breaths, inhaleOnset, inhaleEmitted, exhaleOnset, end, depth);
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
        Figures figures = new Figures();
        for (ColumnMap one : maps) {
            figures(figures, one);
        }
        long poor = beatRows.stream().filter(row -> row[2] == 0).count();
        if (poor > 0.05 * beatRows.size()) {
            reasons.add(record + ": poor signal: " + poor + " of " + beatRows.size()
                    + " beats cannot be trusted and enter no figure.");
        }
        figures.reasons().forEach(reason -> reasons.add(record + ": " + reason));
        StringBuilder json = new StringBuilder("{\"" + escaped(record) + "\": {");
        String between = "\n";
        for (Map.Entry<String, Double> figure : figures.values().entrySet()) {
            json.append(between).append("  \"").append(figure.getKey()).append("\": ");
            json.append(number(figure.getValue()));
            between = ",\n";
        }
        return json.append("\n}}\n").toString();
    }

    private static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(12)).stripTrailingZeros();
        return Math.abs(value) < 1e-6 || Math.abs(value) >= 1e15 ? rounded.toString() : rounded.toPlainString();
    }

    private void figures(Figures out, ColumnMap one) {
        switch (one.role()) {
            case "rr", "beats" -> {
                double[] rr = intervals(one);
                IntervalFigures.into(out, rr);
                labelled(out, rr);
            }
            case "ecg" ->
                EventFigures.beats(out, column(beatRows, 0), column(beatRows, 1), normals(beatRows), trusted(beatRows));
            case "ppg" -> EventFigures.pulses(out, column(pulseRows, 1), real(pulseRows));
            case "resp" -> BreathFigures.into(out, breathRows);
            case "emg" -> {
                double[] values = scaled(one);
                if (labels() == null) {
                    MuscleFigures.into(out, values, rateHz, longestBurst());
                } else {
                    MuscleFigures.byLabel(out, values, labels(), one.column());
                }
            }
            default -> {
                // no figures are defined for the other roles
            }
        }
    }

    /** Labels of intervals (NN = between two normal beats) or of the beats themselves (N = normal). */
    private void labelled(Figures out, double[] rr) {
        List<String> labels = labels();
        if (labels == null || labels.size() < rr.length || labels.size() > rr.length + 1) {
            return;
        }
        boolean ofBeats = labels.size() > rr.length;
        boolean[] normal = new boolean[rr.length];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = ofBeats
                    ? labels.get(i).equals("N") && labels.get(i + 1).equals("N")
                    : labels.get(i).equals("NN");
        }
        IntervalFigures.normalOnly(out, rr, normal);
    }

    private List<String> labels() {
        return maps.stream()
                .filter(one -> one.role().equals("label"))
                .map(one -> columns.words(one.column()))
                .findFirst()
                .orElse(null);
    }

    private double[] scaled(ColumnMap one) {
        double[] values = columns.numbers(one.column());
        for (int i = 0; i < values.length; i++) {
            values[i] *= one.scale();
        }
        return values;
    }

    private static double[] column(List<double[]> rows, int place) {
        return rows.stream().mapToDouble(row -> row[place]).toArray();
    }

    /** Which intervals may be used, judged with the whole series: where the signal was poor nothing is. */
    private static boolean[] normals(List<double[]> rows) {
        RrVerdict[] verdicts = RrCleaner.whole(trustedIntervals(rows));
        boolean[] normal = new boolean[verdicts.length];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = verdicts[i] == RrVerdict.NORMAL;
        }
        return normal;
    }

    /** Which intervals lie between two real pulses: the normal ones, and an early one with its pause. */
    private static boolean[] real(List<double[]> rows) {
        double[] rr = trustedIntervals(rows);
        RrVerdict[] verdicts = RrCleaner.whole(rr);
        boolean[] real = normals(rows);
        double usual = 0;
        for (int i = 0; i + 1 < rr.length; i++) {
            usual = verdicts[i] == RrVerdict.NORMAL ? rr[i] : usual;
            boolean pair = verdicts[i] == RrVerdict.ECTOPIC && verdicts[i + 1] == RrVerdict.ECTOPIC;
            if (pair && Math.abs(rr[i] + rr[i + 1] - 2 * usual) < PAUSE_SHARE * 2 * usual) {
                real[i] = true;
                real[i + 1] = true;
            }
        }
        return real;
    }

    private static double[] trustedIntervals(List<double[]> rows) {
        double[] rr = new double[rows.size()];
        for (int i = 0; i < rr.length; i++) {
            rr[i] = rows.get(i)[2] > 0 ? rows.get(i)[1] : Double.NaN;
        }
        return rr;
    }

    private static boolean[] trusted(List<double[]> rows) {
        boolean[] trusted = new boolean[rows.size()];
        for (int i = 0; i < trusted.length; i++) {
            trusted[i] = rows.get(i)[2] > 0;
        }
        return trusted;
    }

    /** First and last sample of the longest contraction of at least 10 s. */
    private int[] longestBurst() {
        int[] longest = {};
        for (double[] burst : burstRows) {
            double from = burst[0] * rateHz;
            double to = Double.isFinite(burst[1]) ? burst[1] * rateHz : columns.rows();
            if (times == null
                    && to - from > 10 * rateHz
                    && (longest.length == 0 || to - from > longest[1] - longest[0])) {
                longest = new int[] {(int) from, (int) to};
            }
        }
        return longest;
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

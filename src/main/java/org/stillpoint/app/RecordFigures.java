package org.stillpoint.app;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stillpoint.metric.BreathFigures;
import org.stillpoint.metric.CorrectedIntervals;
import org.stillpoint.metric.EventFigures;
import org.stillpoint.metric.Figures;
import org.stillpoint.metric.IntervalFigures;
import org.stillpoint.metric.MuscleFigures;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.RrCleaner;
import org.stillpoint.signal.RrVerdict;
import org.stillpoint.signal.Unit;

/** The figures of one analysed recording, as JSON, and the reasons for those that are left out. */
final class RecordFigures {

    /** A rate is still told of a poor ECG; of noise nothing is. */
    private static final double LEAST_BEATS = 0.2;

    private static final double LEAST_PULSES = 0.5;

    /** Of the beats, for a series to be corrected. */
    private static final double LEAST_TRUSTED = 0.8;

    private final Analysis analysis;
    private final Figures figures = new Figures();
    private final List<String> reasons = new ArrayList<>();
    private boolean corrected;

    RecordFigures(Analysis analysis) {
        this.analysis = analysis;
        for (ColumnMap one : analysis.maps()) {
            if (!one.modality().isPresent() && !one.role().equals("label")) {
                intervals(one);
            }
        }
        analysis.columns("ecg").forEach(this::beats);
        analysis.columns("ppg").forEach(this::pulses);
        analysis.columns("resp", "resp2").stream().limit(1).forEach(this::breaths);
        analysis.columns("emg").forEach(this::muscle);
        reasons.addAll(figures.reasons());
    }

    private boolean tooSlow(SignalColumn column, String names, String what) {
        double least = Pipeline.leastRateHz(column.map().modality().orElse(Modality.AUX));
        if (analysis.rateHz() >= least) {
            return false;
        }
        reasons.add(names + " " + (names.startsWith("contractions") ? "are" : "is") + " left out: "
                + Seconds.text(analysis.rateHz(), 3).replaceFirst("\\.?0+$", "")
                + " samples a second are too few for " + what + ", which need at least " + (int) least + ".");
        return true;
    }

    private void beats(SignalColumn ecg) {
        if (!tooSlow(ecg, "ecg.* and e2e.*", "the beats of an ECG")) {
            FoundBeats beats = ecg.beats();
            note(beats.poor("beats"));
            if (beats.untrusted(LEAST_BEATS)) {
                figures.absent("ecg.* and e2e.*", "what was found is no heart that can be told");
                return;
            }
            EventFigures.beats(figures, beats.times(), beats.intervals(), beats.normal(), beats.trusted());
            corrected(beats);
        }
    }

    private void pulses(SignalColumn ppg) {
        if (!tooSlow(ppg, "pulse.*", "pulse waves")) {
            note(ppg.beats().poor("pulses"));
            if (ppg.beats().untrusted(LEAST_PULSES)) {
                figures.absent("pulse.*", "what was found is no pulse that can be told");
                return;
            }
            EventFigures.pulses(figures, ppg.beats().intervals(), ppg.beats().real());
            corrected(ppg.beats());
        }
    }

    /** Of the first heart: intervals that were given, else an ECG, else a PPG. */
    private void corrected(FoundBeats beats) {
        if (corrected) {
            return;
        }
        corrected = true;
        if (beats.untrusted(LEAST_TRUSTED)) {
            figures.absent("corrected.*", "too few of the beats can be trusted");
            return;
        }
        beats.corrected(figures);
    }

    private void corrected(double[] rr) {
        corrected = true;
        RrCleaner cleaner = new RrCleaner();
        RrVerdict[] live = new RrVerdict[rr.length];
        for (int i = 0; i < rr.length; i++) {
            live[i] = cleaner.step(rr[i]);
        }
        CorrectedIntervals.of(rr, RrCleaner.whole(rr)).into(figures, rr, live);
    }

    private void breaths(SignalColumn belt) {
        if (!tooSlow(belt, "resp.*", "breaths")) {
            if (belt.breaths().poor().isEmpty()) {
                BreathFigures.into(figures, belt.breaths().rows());
            } else {
                figures.absent("resp.*", belt.breaths().poor());
            }
        }
    }

    private void muscle(SignalColumn emg) {
        ColumnMap map = emg.map();
        double[] values = emg.samples().scaled(map.scale());
        if (!changes(values)) {
            figures.absent("emg.* of " + map.column(), "the signal has no value or never changes");
            return;
        }
        if (analysis.labels() != null) {
            MuscleFigures.byLabel(figures, values, analysis.labels(), map.column());
            return;
        }
        if (!(map.unit().factorTo(Unit.MICROVOLT) > 0)) {
            reasons.add("contractions of " + map.column()
                    + " are left out: its unit is not known; end its name with _uV or" + " _mV and map it so.");
        }
        if (analysis.rateHz() < 100) {
            reasons.add("contractions of " + map.column() + " are left out: they need at least 100 samples a second.");
        }
        double[] longest = emg.bursts().longest(analysis.endSeconds());
        int[] contraction = {};
        if (longest.length == 2) {
            contraction =
                    new int[] {emg.samples().before(longest[0]), emg.samples().before(longest[1])};
        }
        if (analysis.columns("emg").size() == 1) {
            MuscleFigures.into(figures, values, analysis.rateHz(), contraction);
            return;
        }
        Figures one = new Figures();
        MuscleFigures.into(one, values, analysis.rateHz(), contraction);
        one.values().forEach((name, value) -> figures.put(name + "_" + map.column(), value));
        one.reasons().forEach(reason -> reasons.add(map.column() + ": " + reason));
    }

    private static boolean changes(double[] values) {
        double first = Double.NaN;
        for (double value : values) {
            first = first == first ? first : value;
            if (Math.abs(value - first) > 0) {
                return true;
            }
        }
        return false;
    }

    private void note(String reason) {
        if (!reason.isEmpty()) {
            reasons.add(reason);
        }
    }

    private void intervals(ColumnMap map) {
        double[] values = analysis.span(map);
        double[] rr = values;
        if (map.role().equals("beats")) {
            rr = new double[Math.max(0, values.length - 1)];
            for (int i = 0; i < rr.length; i++) {
                rr[i] = (values[i + 1] - values[i]) * 1000;
            }
        }
        if (Arrays.stream(rr).anyMatch(Double::isNaN)) {
            IntervalFigures.broken(figures, rr);
        } else {
            IntervalFigures.into(figures, rr);
        }
        corrected(rr);
        long seconds = Arrays.stream(rr).filter(one -> one > 0.2 && one < 3).count();
        if (map.role().equals("rr") && 2 * seconds > rr.length) {
            reasons.add("the intervals look like seconds: rr is in ms, so map rr=" + map.column() + "*1000.");
        }
        labelled(rr);
    }

    /** Labels of intervals (NN = between two normal beats) or of the beats themselves (N = normal). */
    private void labelled(double[] rr) {
        List<String> labels = analysis.labels();
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
        IntervalFigures.normalOnly(figures, rr, normal);
    }

    /** Sentences, without the record's name. */
    List<String> reasons() {
        return reasons;
    }

    /** {@code {NAME: {name: number}}}. */
    String json(String record) {
        StringBuilder json = new StringBuilder("{\"" + quoted(record) + "\": {");
        String between = "\n";
        for (Map.Entry<String, Double> figure : figures.values().entrySet()) {
            json.append(between).append("  \"").append(quoted(figure.getKey())).append("\": ");
            json.append(number(figure.getValue()));
            between = ",\n";
        }
        return json.append("\n}}\n").toString();
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(12)).stripTrailingZeros();
        return Math.abs(value) < 1e-6 || Math.abs(value) >= 1e15 ? rounded.toString() : rounded.toPlainString();
    }
}

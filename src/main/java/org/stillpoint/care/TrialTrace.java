package org.stillpoint.care;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.PhaseKind;

/**
 * The measure that stands for a session over one of its parts: a value each step of time from the part's beginning, NaN
 * where nothing could be read. A value that is there and does not count lies in a marked disturbance. Held time is left out
 * or NaN. A snapshot; immutable as long as nobody writes into the arrays it was made of.
 */
public final class TrialTrace {

    private static final Pattern NUMBERED = Pattern.compile("\\D*\\s(\\d{1,2})");
    private static final Pattern SHORT_TITLE = Pattern.compile("(?!(?i:rest|alone)$)\\p{L}{3,8}");

    /** With less than this that counts, nothing is said of a part. */
    private static final double LEAST_SECONDS = 5;

    private final int part;
    private final String title;
    private final String word;
    private final Modality modality;
    private final String measure;
    private final String unit;
    private final double stepSeconds;
    private final double[] values;
    private final boolean[] counted;
    private final double[] sorted;

    /**
     * @param part which one of the session it is; the same part later has the same number
     * @param title of the part, {@code Trial 2}
     * @param word that stands under its column, {@code 2}
     * @param modality whose colour it has
     * @param measure what the values are of, {@code Muscle}
     * @param values as long as {@code counted}
     * @param counted whether a value counts; one that is NaN never does
     */
    public TrialTrace(
            int part,
            String title,
            String word,
            Modality modality,
            String measure,
            String unit,
            double stepSeconds,
            double[] values,
            boolean[] counted) {
        if (values.length != counted.length || !(stepSeconds > 0)) {
            throw new IllegalArgumentException(
                    values.length + " values, " + counted.length + " marks, a step of " + stepSeconds + " s");
        }
        this.part = part;
        this.title = title;
        this.word = word;
        this.modality = modality;
        this.measure = measure;
        this.unit = unit;
        this.stepSeconds = stepSeconds;
        this.values = values;
        this.counted = counted;
        double[] all = new double[values.length];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (counts(i)) {
                all[n++] = values[i];
            }
        }
        sorted = Arrays.copyOf(all, n);
        Arrays.sort(sorted);
    }

    /**
     * What stands under the column of a part; empty where there is none. A trial goes by the number of its own title, one
     * with a short title and no number by that, any other is counted.
     *
     * @param trial which one of the trials it is
     */
    public static String word(PhaseKind kind, String title, int trial) {
        return switch (kind) {
            case BASELINE -> "rest";
            case ALONE_BEFORE, ALONE_AFTER -> "alone";
            case FEEDBACK, VEILED -> trialWord(title, trial);
            case PACER_ONLY -> "paced";
            case STRESSOR -> "stress";
            case TRANSFER -> "task";
            case SCRIPT -> "script";
            case INSTRUCTION, QUESTION, REST, WRAP_UP -> "";
        };
    }

    private static String trialWord(String title, int trial) {
        Matcher numbered = NUMBERED.matcher(title);
        if (numbered.matches()) {
            return numbered.group(1);
        }
        return SHORT_TITLE.matcher(title).matches() ? lower(title) : Integer.toString(trial);
    }

    public int part() {
        return part;
    }

    public String title() {
        return title;
    }

    public String word() {
        return word;
    }

    public Modality modality() {
        return modality;
    }

    public String measure() {
        return measure;
    }

    public String unit() {
        return unit;
    }

    public double stepSeconds() {
        return stepSeconds;
    }

    public int size() {
        return values.length;
    }

    public double seconds() {
        return values.length * stepSeconds;
    }

    /** NaN where nothing could be read. */
    public double value(int i) {
        return values[i];
    }

    public boolean counts(int i) {
        return counted[i] && !Double.isNaN(values[i]);
    }

    /** Whether there is enough to show a column. */
    public boolean there() {
        return sorted.length * stepSeconds >= LEAST_SECONDS;
    }

    /** Less than half of it counts: nothing should rest on it. */
    public boolean gated() {
        return 2 * sorted.length < values.length;
    }

    /** Whether each of its values counts. */
    public boolean whole() {
        return sorted.length == values.length;
    }

    /** Nearest rank; NaN while there is too little. */
    public double percentile(double percent) {
        return there() ? sorted[Math.max(0, (int) Math.ceil(percent / 100 * sorted.length) - 1)] : Double.NaN;
    }

    /** {@code 3.4 µV}, the middle with its unit. */
    public String middle() {
        return figure(percentile(50)) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** {@code middle 3.4 µV, mostly 2.6 to 4.9}; that there is too little, where there is. */
    public String words() {
        if (!there()) {
            return "too little could be read";
        }
        return "middle " + middle() + ", mostly " + figure(percentile(10)) + " to " + figure(percentile(90))
                + (gated() ? "; less than half of it could be read" : "");
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%.0f", value);
    }

    /** The parts in one sentence: alone after beside alone before, else the newest trial beside rest. */
    public static String sentence(List<TrialTrace> parts) {
        TrialTrace before = null;
        TrialTrace now = null;
        for (TrialTrace part : parts) {
            if (part.there() && !part.gated()) {
                boolean alone = part.word.equals("alone");
                boolean first = before == null || alone && before.word.equals("rest");
                if (first && (alone || part.word.equals("rest"))) {
                    before = part;
                } else {
                    now = part;
                }
            }
        }
        if (before == null || now == null) {
            return "";
        }
        return now.title + ": " + now.middle() + "; " + lower(before.title) + ": " + before.middle() + ".";
    }

    private static String lower(String words) {
        return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}

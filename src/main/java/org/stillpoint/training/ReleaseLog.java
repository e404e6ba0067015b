package org.stillpoint.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What each letting go of a session was like. Preallocated; only reading it allocates. One thread writes; curves can be read on any. */
final class ReleaseLog implements Entries {

    static final String RELEASE = "release_s";
    static final String CURVE = "release_curve";

    private static final int MOST = 128;
    private static final int LEAST_VALUES = ReleaseCurves.VALUES / 2;

    private final String[] groups = new String[MOST];
    private final double[] release = new double[MOST];
    private final double[] reaction = new double[MOST];
    private final double[] residual = new double[MOST];
    private final double[] held = new double[MOST];
    private final double[] share = new double[MOST];
    private final double[][] curves = new double[MOST][ReleaseCurves.VALUES];
    /** Its value is written last: whoever reads it on another thread sees all that is counted. */
    private volatile int count;

    private int notLetGo;
    private int notJudged;
    private final double[] addedSeconds = new double[MOST];
    private double nowSeconds = Double.NaN;
    private int countBefore;
    private int notJudgedBefore;

    /** One more; {@code shareOfEffort} NaN when the effort is not known. */
    void add(String group, LettingGo seen, double baselineMicrovolts, double shareOfEffort) {
        if (count == MOST) {
            return;
        }
        groups[count] = group;
        release[count] = seen.releaseSeconds();
        reaction[count] = seen.reactionSeconds();
        residual[count] = seen.restMicrovolts() - baselineMicrovolts;
        held[count] = 100 * seen.heldShare();
        share[count] = 100 * shareOfEffort;
        for (int i = 0; i < ReleaseCurves.VALUES; i++) {
            curves[count][i] = seen.curve(i * ReleaseCurves.STEP_SECONDS - ReleaseCurves.BEFORE_SECONDS);
        }
        if (release[count] != release[count]) {
            notLetGo++;
        }
        addedSeconds[count] = nowSeconds;
        count++;
    }

    @Override
    public void at(double tSeconds) {
        nowSeconds = tSeconds;
    }

    @Override
    public void phaseBegins() {
        countBefore = count;
        notJudgedBefore = notJudged;
    }

    @Override
    public void takeBack() {
        while (count > countBefore) {
            takeNewest();
        }
        notJudged = notJudgedBefore;
    }

    /** What was judged just before a disturbance counts as hidden by it. */
    @Override
    public void takeBackSince(double tSeconds) {
        while (count > 0 && addedSeconds[count - 1] >= tSeconds) {
            takeNewest();
            notJudged++;
        }
        countBefore = Math.min(countBefore, count);
    }

    private void takeNewest() {
        int newest = count - 1;
        notLetGo -= release[newest] != release[newest] ? 1 : 0;
        count = newest;
    }

    /** One that artefacts or a hold hid. */
    void addUnjudged() {
        notJudged++;
    }

    int count() {
        return count;
    }

    int notLetGo() {
        return notLetGo;
    }

    /** Results; empty when nothing was judged. */
    List<Finding> findings(double limitMicrovolts) {
        List<Finding> findings = new ArrayList<>();
        if (count == 0) {
            if (notJudged > 0) {
                findings.add(Finding.of("releases_judged", 0, "Artefacts hid every letting go."));
            }
            return findings;
        }
        double typical = median(release, null);
        if (typical == typical) {
            findings.add(Finding.kept(
                    RELEASE, typical, String.format(Locale.ROOT, "From the cue to under %.1f µV.", limitMicrovolts)));
        }
        Map<String, Double> byGroup = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            byGroup.put(groups[i], median(release, groups[i]));
        }
        byGroup.forEach((group, seconds) -> {
            if (!seconds.isNaN()) {
                findings.add(Finding.kept("release_" + group.replace('-', '_') + "_s", seconds, ""));
            }
        });
        number(findings, "release_reaction_s", median(reaction, null));
        double fall = median(release, null) - median(reaction, null);
        number(findings, "release_fall_s", fall);
        number(findings, "release_residual_uV", median(residual, null));
        number(findings, "release_held_10s_pct", median(held, null));
        number(findings, "release_contraction_pct", median(share, null));
        number(findings, "release_limit_uV", limitMicrovolts);
        findings.add(Finding.of("releases_judged", count, ""));
        findings.add(Finding.of(
                "releases_not_let_go",
                notLetGo,
                notLetGo == 0 ? "" : "The muscle stayed tense after the cue " + notLetGo + " of " + count + " times."));
        if (notJudged > 0) {
            findings.add(Finding.of("releases_hidden", notJudged, "Hidden by artefacts or a hold."));
        }
        List<Double> mean = mean();
        if (!mean.isEmpty()) {
            findings.add(Finding.kept(CURVE, Double.NaN, text(mean)));
        }
        return findings;
    }

    private static void number(List<Finding> findings, String key, double value) {
        if (value == value) {
            findings.add(Finding.of(key, value, ""));
        }
    }

    private double median(double[] values, String group) {
        double[] sorted = new double[count];
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (values[i] == values[i] && (group == null || group.equals(groups[i]))) {
                sorted[n++] = values[i];
            }
        }
        Arrays.sort(sorted, 0, n);
        return n == 0 ? Double.NaN : n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private List<Double> mean() {
        List<Double> mean = new ArrayList<>();
        for (int i = 0; i < ReleaseCurves.VALUES; i++) {
            double sum = 0;
            int n = 0;
            for (int c = 0; c < count; c++) {
                if (curves[c][i] == curves[c][i]) {
                    sum += curves[c][i];
                    n++;
                }
            }
            mean.add(n == 0 ? Double.NaN : sum / n);
        }
        return mean.stream().filter(value -> !value.isNaN()).count() < LEAST_VALUES ? List.of() : mean;
    }

    private static String text(List<Double> values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.isEmpty() ? "" : " ");
            text.append(value != value ? "-" : String.format(Locale.ROOT, "%.1f", value));
        }
        return text.toString();
    }

    /** A curve from its finding's text; empty when it is none. */
    static List<Double> curve(String text) {
        String[] words = text.split(" ");
        if (words.length != ReleaseCurves.VALUES) {
            return List.of();
        }
        List<Double> values = new ArrayList<>();
        for (String word : words) {
            if (!word.matches("-|[0-9]{1,6}\\.[0-9]")) {
                return List.of();
            }
            values.add(word.equals("-") ? Double.NaN : Double.parseDouble(word));
        }
        return values;
    }

    /** Snapshot of the curves. */
    ReleaseCurves curves(String firstText, double limitMicrovolts) {
        List<ReleaseCurves.Curve> today = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            List<Double> values = new ArrayList<>();
            for (double value : curves[c]) {
                values.add(value);
            }
            today.add(new ReleaseCurves.Curve(groups[c], values, release[c]));
        }
        return new ReleaseCurves(today, mean(), curve(firstText), limitMicrovolts);
    }
}

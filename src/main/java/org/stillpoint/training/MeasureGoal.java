package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stillpoint.metric.Metric;
import org.stillpoint.signal.Modality;

/**
 * One measure, one goal: hands grow warmer, skin grows calmer, breath grows slower.
 *
 * <p>The same rules as for a muscle ({@link GoalLine}): the value alone first, then a line that is fixed within a trial, never
 * easier than the baseline's, moved between trials only towards harder, loosened by the therapist alone. An absent value
 * earns nothing.
 */
final class MeasureGoal implements Exercise {

    private final String id;
    private final String name;
    private final String measure;
    private final String key;
    private final boolean rises;
    private final Set<Modality> sensors;
    private final boolean breathes;
    private final LevelLog levels = new LevelLog();
    private final LevelLog lastTrial = new LevelLog();
    private final GoalLine goal;
    private final OwnBreath own = new OwnBreath();
    private int meter = -1;
    private boolean trial;
    private boolean hasGoal;
    private double percentile = GoalLine.USUAL_PERCENTILE;
    private double firstBaseline = Double.NaN;
    private double baseline = Double.NaN;
    private double baselineLine = Double.NaN;
    private double lastShare = Double.NaN;
    private double trialMedian = Double.NaN;
    private double trialZone = Double.NaN;
    private double before = Double.NaN;
    private double after = Double.NaN;

    private MeasureGoal(String id, String name, String measure, String key, boolean rises, Set<Modality> sensors) {
        this.id = id;
        this.name = name;
        this.measure = measure;
        this.key = key;
        this.rises = rises;
        this.sensors = sensors;
        breathes = sensors.contains(Modality.RESP);
        goal = new GoalLine(rises);
    }

    /** Skin temperature up. */
    static MeasureGoal warmHands() {
        return new MeasureGoal(
                "warm-hands", "Warm hands", "temperature", "hand_temperature_degC", true, Set.of(Modality.TEMP));
    }

    /** Skin conductance down. */
    static MeasureGoal calmSkin() {
        return new MeasureGoal(
                "calm-skin", "Calm skin", "conductance", "skin_conductance_uS", false, Set.of(Modality.EDA));
    }

    /** Breaths a minute down. */
    static MeasureGoal slowerBreath() {
        return new MeasureGoal(
                "slower-breath",
                "Slower breath",
                "breathing_rate",
                "unpaced_breathing_per_min",
                false,
                Set.of(Modality.RESP, Modality.RESP2));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Set<Modality>> needs() {
        return List.of(sensors);
    }

    @Override
    public String without() {
        return "the sentences and the clock lead and no goal is set";
    }

    @Override
    public void begin(Start start) {
        firstBaseline = start.remembered().firstNumber(key);
        for (int i = 0; i < start.metrics().size() && meter < 0; i++) {
            Metric metric = start.metrics().get(i);
            if (metric.id().equals(measure) || metric.id().startsWith(measure + "@")) {
                meter = i;
            }
        }
    }

    @Override
    public void phase(Phase phase, double tSeconds) {
        trial = phase.kind().showsFeedback();
        hasGoal = trial && GoalLine.in(phase);
        levels.clear();
        own.rests(phase.kind() == PhaseKind.BASELINE);
        if (hasGoal) {
            percentile = GoalLine.percentile(phase);
            goal.trial(baselineLine, lastTrial.percentile(place(percentile)), lastShare);
            lastTrial.clear();
            lastShare = Double.NaN;
        }
    }

    /** What rises is to be above its line for the wanted share of the time. */
    private double place(double share) {
        return rises ? 100 - share : share;
    }

    private double zone() {
        return firstBaseline == firstBaseline ? firstBaseline : baseline;
    }

    private double good(double line) {
        double under = levels.shareUnder(line);
        return rises ? 1 - under : under;
    }

    @Override
    public void phaseEnds(Phase phase, double tSeconds, boolean whole) {
        double median = levels.percentile(50);
        if (!whole || median != median) {
            return;
        }
        if (phase.kind() == PhaseKind.BASELINE) {
            baseline = median;
            baselineLine = levels.percentile(place(GoalLine.USUAL_PERCENTILE));
        } else if (phase.kind() == PhaseKind.ALONE_BEFORE) {
            before = median;
        } else if (phase.kind() == PhaseKind.ALONE_AFTER) {
            after = median;
        } else if (trial) {
            lastTrial.copyFrom(levels);
            lastShare = hasGoal ? good(goal.line()) : Double.NaN;
            trialMedian = median;
            trialZone = good(zone());
        }
    }

    @Override
    public List<Entries> entries() {
        List<Entries> entries = new ArrayList<>(own.entries());
        entries.add(levels);
        return entries;
    }

    @Override
    public void wish(TrainingControl.Wish wish, double tSeconds) {
        if (wish.kind() == TrainingControl.Kind.THRESHOLD && wish.number() > 0) {
            goal.wish(wish.number());
        }
    }

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        own.breath(inhaleSeconds, endSeconds, depth);
    }

    @Override
    public void step(double tSeconds, Feedback feedback) {
        double value = meter < 0 || feedback.masked ? Double.NaN : feedback.meterValues[meter];
        levels.add(value);
        feedback.goalValue = trial ? value : Double.NaN;
        feedback.goalLine = hasGoal ? goal.line() : Double.NaN;
        feedback.goalRises = rises;
        feedback.goalMeter = trial ? meter : -1;
        feedback.rewarded = hasGoal && goal.reached(value);
        // a slower breath that takes far more air is no goal
        feedback.softer = trial && breathes && own.deeperThanAtRest();
        feedback.cue = feedback.softer ? OwnBreath.SOFTER : "";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        double newest = after == after ? after : trialMedian;
        if (newest == newest && zone() == zone()) {
            findings.add(Finding.of(
                    key + "_change",
                    newest - zone(),
                    String.format(Locale.ROOT, "Against the first baseline, %.2f.", zone())));
        }
        number(findings, key + "_trial", trialMedian);
        number(findings, key + "_zone_share_pct", 100 * trialZone);
        number(findings, key + "_alone_before", before);
        number(findings, key + "_alone_after", after);
        if (baseline == baseline) {
            findings.add(Finding.kept(key, baseline, ""));
        }
        return findings;
    }

    private static void number(List<Finding> findings, String key, double value) {
        if (value == value) {
            findings.add(Finding.of(key, value, ""));
        }
    }
}

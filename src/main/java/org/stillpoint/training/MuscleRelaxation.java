package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stillpoint.signal.Modality;

/**
 * Letting a muscle go below a line, at one site or two.
 *
 * <p>First the bar alone (a phase whose {@code threshold_percentile} is 0 has no goal), then a line that is fixed within a
 * trial. It starts where the level stayed for the wanted share of the trial before, 70 % when the phase says nothing
 * (our own default), and never above that of the baseline. Between trials it comes down
 * to the same percentile of the last one when that was under it for more than 80 % of its time; after less than half an easier
 * one is proposed to the therapist, who alone loosens, and never above where training started. Nothing is earned by a channel
 * that cannot be trusted, is dead, is at its sensor's limit, or while something masks it.
 *
 * <p>With two sites the answer {@code muscle-side: second} or {@code muscle-side: larger} chooses what is trained. Progress
 * is told in µV against the first baseline of this person in this posture; time in zone is the share under that one's median.
 */
final class MuscleRelaxation implements Exercise {

    static final String BASELINE = "muscle_baseline_uV";

    private static final String SIDE_QUESTION = TrainedMuscle.QUESTION + ": ";

    private final LevelLog levels = new LevelLog();
    private final LevelLog lastTrial = new LevelLog();
    private final GoalLine goal = new GoalLine(false);
    private final TimeToRelax settling = new TimeToRelax();
    private double percentile = GoalLine.USUAL_PERCENTILE;
    private Remembered remembered = Remembered.NOTHING;
    private String key = BASELINE;
    private double firstBaseline = Double.NaN;
    private double baseline = Double.NaN;
    private double baselineLow = Double.NaN;
    private double baselineLine = Double.NaN;
    private double lastShare = Double.NaN;
    private boolean trial;
    private boolean hasGoal;
    private TrainedMuscle side = TrainedMuscle.FIRST;
    private double lastSeconds = Double.NaN;
    private double trialMedian = Double.NaN;
    private double trialZone = Double.NaN;
    private double timeToRelax = Double.NaN;
    private double before = Double.NaN;
    private double beforeZone = Double.NaN;
    private double after = Double.NaN;
    private double afterZone = Double.NaN;
    private String note = "";

    @Override
    public String id() {
        return "emg-relaxation";
    }

    @Override
    public String name() {
        return "Muscle relaxation";
    }

    @Override
    public List<Set<Modality>> needs() {
        return List.of(Set.of(Modality.EMG));
    }

    @Override
    public String without() {
        return "the sentences and the clock lead and no goal is set";
    }

    @Override
    public void begin(Start start) {
        levels.clear();
        remembered = start.remembered();
        key = start.protocol().posture().key(BASELINE);
        firstBaseline = remembered.firstNumber(side.key(key));
    }

    @Override
    public void phase(Phase phase, double tSeconds) {
        trial = phase.kind().showsFeedback();
        hasGoal = trial && GoalLine.in(phase);
        lastSeconds = Double.NaN;
        levels.clear();
        settling.begin(zone());
        if (hasGoal) {
            percentile = GoalLine.percentile(phase);
            goal.trial(baselineLine, lastTrial.percentile(percentile), lastShare);
            lastTrial.clear();
            lastShare = Double.NaN;
            if (goal.proposed() == goal.proposed()) {
                note = String.format(
                        Locale.ROOT,
                        "The last trial was under its goal for less than half of its time. %.1f µV would be easier; only you"
                                + " set it, for the next trial.",
                        goal.proposed());
            }
        }
    }

    /** Median of the first baseline of all: time in zone is the share under it. */
    private double zone() {
        return firstBaseline == firstBaseline ? firstBaseline : baseline;
    }

    @Override
    public void phaseEnds(Phase phase, double tSeconds, boolean whole) {
        if (!whole) {
            return;
        }
        double median = levels.percentile(50);
        if (phase.kind() == PhaseKind.BASELINE) {
            baseline = median;
            baselineLow = levels.percentile(10);
            baselineLine = levels.percentile(GoalLine.USUAL_PERCENTILE);
        } else if (phase.kind() == PhaseKind.ALONE_BEFORE) {
            before = median;
            beforeZone = levels.shareUnder(zone());
        } else if (phase.kind() == PhaseKind.ALONE_AFTER) {
            after = median;
            afterZone = levels.shareUnder(zone());
        } else if (trial && median == median) {
            lastTrial.copyFrom(levels);
            lastShare = hasGoal ? levels.shareUnder(goal.line()) : Double.NaN;
            trialMedian = median;
            trialZone = levels.shareUnder(zone());
            timeToRelax = settling.seconds();
        }
    }

    @Override
    public List<Entries> entries() {
        return List.of(levels);
    }

    @Override
    public void resume(double tSeconds) {
        lastSeconds = Double.NaN;
    }

    @Override
    public void wish(TrainingControl.Wish wish, double tSeconds) {
        if (wish.kind() == TrainingControl.Kind.THRESHOLD && wish.number() > 0) {
            goal.wish(wish.number());
        } else if (wish.kind() == TrainingControl.Kind.ANSWER && wish.text().startsWith(SIDE_QUESTION)) {
            side = TrainedMuscle.named(wish.text().substring(SIDE_QUESTION.length()));
            firstBaseline = remembered.firstNumber(side.key(key));
        }
    }

    @Override
    public void step(double tSeconds, Feedback feedback) {
        double passed = lastSeconds == lastSeconds ? tSeconds - lastSeconds : 0;
        lastSeconds = tSeconds;
        feedback.trainedMuscle = side;
        double level = trained(feedback);
        levels.add(level);
        settling.step(passed, level);
        double line = hasGoal ? goal.line() : Double.NaN;
        feedback.thresholdMicrovolts = line;
        feedback.rewarded = level < line;
        if (!note.isEmpty()) {
            feedback.note = note;
            note = "";
        }
    }

    /** Level that counts; NaN when there is none that may be trusted. */
    private double trained(Feedback feedback) {
        if (feedback.masked) {
            return Double.NaN;
        }
        double first = feedback.muscleAtLimit ? Double.NaN : feedback.muscleMicrovolts;
        double level = side.of(first, feedback.secondMuscleMicrovolts);
        return level > 0 && level < Double.POSITIVE_INFINITY ? level : Double.NaN;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        double best = after == after ? after : trialMedian;
        if (best == best && zone() == zone()) {
            findings.add(Finding.of(
                    "muscle_change_uV", best - zone(), "Against the first baseline, " + round(zone()) + " µV."));
        }
        number(findings, "trial_muscle_uV", trialMedian);
        number(findings, "zone_share_pct", 100 * trialZone);
        number(findings, "time_to_relax_s", timeToRelax);
        number(findings, "alone_before_muscle_uV", before);
        number(findings, "zone_share_alone_before_pct", 100 * beforeZone);
        number(findings, "alone_after_muscle_uV", after);
        number(findings, "zone_share_alone_after_pct", 100 * afterZone);
        number(findings, "goal_uV", goal.line());
        number(findings, "muscle_baseline_p10_uV", baselineLow);
        if (baseline == baseline) {
            findings.add(Finding.kept(side.key(key), baseline, ""));
        }
        return findings;
    }

    private static String round(double microvolts) {
        return String.format(Locale.ROOT, "%.1f", microvolts);
    }

    private static void number(List<Finding> findings, String key, double value) {
        if (value == value) {
            findings.add(Finding.of(key, value, ""));
        }
    }
}

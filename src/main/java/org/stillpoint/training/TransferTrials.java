package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stillpoint.signal.Modality;

/**
 * The skill in a real task, without help: the person says before how tense the muscle will be, and what was measured is put
 * beside it.
 *
 * <p>Both on one scale of the person's own: 0 = as at rest in the baseline, 10 = as in the task alone before; medians of
 * the muscle's RMS, taken into 0 … 10. A trial that could not be read for half of its time has no outcome. The question
 * {@value #PREDICTION} belongs to the next transfer phase, {@value #HELPED} to the one before. Feedback phases have a line:
 * what the muscle stayed under for 70 % of the task before; it is fixed within a trial and only comes down between trials.
 * One whose {@code threshold_percentile} is 0 shows the muscle alone, without a line.
 */
final class TransferTrials implements Exercise {

    static final String PREDICTION = "prediction_tension";
    static final String HELPED = "what_helped";

    private static final double MOST = 10;
    private static final Set<Modality> MUSCLE = Set.of(Modality.EMG);

    private final LevelLog levels = new LevelLog();
    private final LevelLog lastTrial = new LevelLog();
    private final GoalLine line = new GoalLine(false);
    private final List<Finding> results = new ArrayList<>();
    private double restMicrovolts = Double.NaN;
    private double beforeMicrovolts = Double.NaN;
    private double prediction = Double.NaN;
    private boolean hasLine;
    private int trials;
    private String note = "";
    private long ticks;
    private long usable;

    @Override
    public String id() {
        return "transfer";
    }

    @Override
    public String name() {
        return "Into the task";
    }

    @Override
    public List<Set<Modality>> needs() {
        return List.of(MUSCLE);
    }

    @Override
    public String without() {
        return "the questions and the clock lead and no tension is judged";
    }

    @Override
    public void begin(Start start) {
        levels.clear();
    }

    @Override
    public void phase(Phase phase, double tSeconds) {
        hasLine = phase.kind().trains() && GoalLine.in(phase);
        if (hasLine) {
            line.measured(lastTrial.percentile(GoalLine.percentile(phase)));
            line.takeWish();
        }
        levels.clear();
        ticks = 0;
        usable = 0;
    }

    @Override
    public void phaseEnds(Phase phase, double tSeconds, boolean whole) {
        hasLine = false;
        if (!whole) {
            return;
        }
        double level = 2 * usable >= ticks ? levels.percentile(50) : Double.NaN;
        switch (phase.kind()) {
            case BASELINE -> restMicrovolts = level;
            case ALONE_BEFORE -> {
                beforeMicrovolts = level;
                line.measured(levels.percentile(GoalLine.USUAL_PERCENTILE));
            }
            case FEEDBACK, VEILED -> lastTrial.copyFrom(levels);
            case TRANSFER -> outcome(level);
            case ALONE_AFTER -> {
                double tension = tension(level);
                if (tension == tension) {
                    put(Finding.of("tension_alone_after", tension, ""));
                }
            }
            default -> {
                // nothing is measured
            }
        }
    }

    private void outcome(double level) {
        trials++;
        double expected = prediction;
        if (prediction == prediction) {
            put(Finding.of("predicted_tension_" + trials, prediction, ""));
            prediction = Double.NaN;
        }
        double tension = tension(level);
        String why = tension == tension
                ? ""
                : Double.isNaN(level)
                        ? "The muscle could not be read for most of the trial."
                        : "No scale: the task before was not tenser than rest, or one of them could not be read.";
        put(Finding.of("measured_tension_" + trials, tension, why));
        note = tension != tension
                ? why
                : String.format(
                        Locale.ROOT,
                        "Task %d: %smeasured %.1f; 0 is rest, 10 the task before.",
                        trials,
                        expected == expected ? String.format(Locale.ROOT, "expected %.0f, ", expected) : "",
                        tension);
        if (level == level) {
            put(Finding.of("measured_" + trials + "_uv", level, ""));
        }
    }

    private double tension(double level) {
        double span = beforeMicrovolts - restMicrovolts;
        return span > 0 ? Math.max(0, Math.min(MOST, MOST * (level - restMicrovolts) / span)) : Double.NaN;
    }

    private void put(Finding finding) {
        results.removeIf(one -> one.key().equals(finding.key()));
        results.add(finding);
    }

    @Override
    public List<Entries> entries() {
        return List.of(levels);
    }

    @Override
    public void wish(TrainingControl.Wish wish, double tSeconds) {
        switch (wish.kind()) {
            case THRESHOLD -> {
                if (wish.number() > 0) {
                    line.wish(wish.number());
                }
            }
            case RATING -> prediction = wish.text().equals(PREDICTION) ? wish.number() : prediction;
            case ANSWER -> {
                if (wish.text().startsWith(HELPED + ": ")) {
                    put(Finding.kept(HELPED, Double.NaN, wish.text().substring(HELPED.length() + 2)));
                }
            }
            default -> {
                // belongs to someone else
            }
        }
    }

    @Override
    public void step(double tSeconds, Feedback feedback) {
        double level = feedback.masked ? Double.NaN : feedback.muscleMicrovolts;
        ticks++;
        usable += level == level ? 1 : 0;
        levels.add(level);
        feedback.thresholdMicrovolts = hasLine ? line.line() : Double.NaN;
        feedback.rewarded = hasLine && line.reached(level);
        if (!note.isEmpty()) {
            feedback.note = note;
            note = "";
        }
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(results);
        if (restMicrovolts > 0) {
            findings.add(Finding.of("rest_median_uv", restMicrovolts, ""));
        }
        if (beforeMicrovolts > 0) {
            findings.add(Finding.of("task_before_median_uv", beforeMicrovolts, ""));
        }
        return findings;
    }
}

package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stillpoint.signal.Modality;

/**
 * Working without guarding: how much the muscle rests during a desk or reach task, against the person's own quiet sitting,
 * with a gentle reminder to let go and breaks between blocks of work.
 *
 * <p>Level of rest: what the muscle stayed under for 95 % of the baseline of today. The line on the screen is the ceiling
 * of the task: the level that the task without help stayed under for 70 % of its time; within a block it never moves,
 * between blocks it may come down to the same share of the block before, and the therapist alone raises it, never above
 * the first one. A block whose {@code threshold_percentile} is 0 shows the muscle alone, without a line. A block of work that ends when done ends early when the muscle hardly rested for two minutes; a break that
 * ends when done ends when the muscle has come back to rest.
 */
final class GuardingCoach implements Exercise {

    static final String REST_LEVEL = "rest_level_uv";

    private static final double REST_PERCENTILE = 95;
    private static final double CUE_SECONDS = 10;
    private static final double TIRED_SECONDS = 120;
    private static final double BACK_SECONDS = 10;
    private static final Set<Modality> MUSCLE = Set.of(Modality.EMG);
    private static final String LET_GO = "Let it drop for a breath, then go on.";
    private static final String NO_REST = "No level of rest: the muscle could not be read during the baseline.";

    /** What a phase means here. */
    private enum Part {
        SITTING,
        BEFORE,
        WORK,
        BREAK,
        AFTER,
        OTHER
    }

    private final LevelLog levels = new LevelLog();
    private final LevelLog lastBlock = new LevelLog();
    private final GoalLine ceiling = new GoalLine(false);
    private final RestShare rest = new RestShare();
    private final MicroBreaks reminders = new MicroBreaks();
    private final List<Finding> results = new ArrayList<>();
    private Part part = Part.OTHER;
    private boolean hasLine;
    private double restMicrovolts = Double.NaN;
    private double cueUntilSeconds;
    private double beganSeconds;
    private double minimumSeconds;
    private double nowSeconds;
    private double tiredSeconds;
    private double backSeconds;
    private double returnSeconds;
    private double lastSeconds;
    private int blocks;
    private int allCues;
    private int allAnswered;

    @Override
    public String id() {
        return "guarding";
    }

    @Override
    public String name() {
        return "Working without guarding";
    }

    @Override
    public List<Set<Modality>> needs() {
        return List.of(MUSCLE);
    }

    @Override
    public String without() {
        return "the sentences and the clock lead and no rest is judged";
    }

    @Override
    public void begin(Start start) {
        levels.clear();
    }

    @Override
    public void phase(Phase phase, double tSeconds) {
        part = switch (phase.kind()) {
            case BASELINE -> Part.SITTING;
            case ALONE_BEFORE -> Part.BEFORE;
            case FEEDBACK, VEILED, TRANSFER -> Part.WORK;
            case REST -> Part.BREAK;
            case ALONE_AFTER -> Part.AFTER;
            default -> Part.OTHER;
        };
        hasLine = part == Part.WORK && GoalLine.in(phase);
        if (hasLine) {
            ceiling.measured(lastBlock.percentile(GoalLine.percentile(phase)));
            ceiling.takeWish();
        }
        levels.clear();
        rest.clear();
        reminders.begin();
        cueUntilSeconds = Double.NEGATIVE_INFINITY;
        beganSeconds = tSeconds;
        minimumSeconds = phase.minimumSeconds();
        nowSeconds = tSeconds;
        lastSeconds = tSeconds;
        tiredSeconds = 0;
        backSeconds = 0;
        returnSeconds = Double.NaN;
    }

    @Override
    public void phaseEnds(Phase phase, double tSeconds, boolean whole) {
        if (!whole) {
            part = Part.OTHER;
            return;
        }
        double percent = rest.wholePercent();
        switch (part) {
            case SITTING -> {
                double level = levels.percentile(REST_PERCENTILE);
                restMicrovolts = Double.isNaN(level) ? restMicrovolts : level;
            }
            case BEFORE -> {
                ceiling.measured(levels.percentile(GoalLine.USUAL_PERCENTILE));
                result("rest_time_alone_before_pct", percent);
                result("rest_gaps_alone_before_per_min", rest.wholeGapsPerMinute());
            }
            case WORK -> {
                lastBlock.copyFrom(levels);
                blocks++;
                allCues += reminders.cues();
                allAnswered += reminders.answered();
                result("rest_time_block_" + blocks + "_pct", percent);
                result("rest_gaps_block_" + blocks + "_per_min", rest.wholeGapsPerMinute());
            }
            case BREAK -> {
                if (blocks > 0) {
                    result("back_to_rest_" + blocks + "_s", returnSeconds);
                }
            }
            case AFTER -> {
                result("rest_time_alone_after_pct", percent);
                result("rest_gaps_alone_after_per_min", rest.wholeGapsPerMinute());
            }
            default -> {
                // nothing is measured
            }
        }
        part = Part.OTHER;
    }

    private void result(String key, double value) {
        if (value == value) {
            results.removeIf(finding -> finding.key().equals(key));
            results.add(Finding.of(key, value, ""));
        }
    }

    @Override
    public List<Entries> entries() {
        return List.of(levels, rest);
    }

    @Override
    public void hold(double tSeconds) {
        cueUntilSeconds = Double.NEGATIVE_INFINITY;
    }

    @Override
    public void resume(double tSeconds) {
        // held time is neither work nor a break
        beganSeconds += tSeconds - nowSeconds;
        nowSeconds = tSeconds;
        lastSeconds = tSeconds;
    }

    @Override
    public void wish(TrainingControl.Wish wish, double tSeconds) {
        if (wish.kind() == TrainingControl.Kind.THRESHOLD && wish.number() > 0) {
            ceiling.wish(wish.number());
        }
    }

    @Override
    public void step(double tSeconds, Feedback feedback) {
        double passed = tSeconds - lastSeconds;
        lastSeconds = tSeconds;
        nowSeconds = tSeconds;
        double level = feedback.masked ? Double.NaN : feedback.muscleMicrovolts;
        // quieter than the sensor can tell is rest, and no number
        boolean quiet = feedback.muscleAtLimit && !feedback.masked;
        levels.add(level);
        rest.add(restMicrovolts > 0 && (quiet || level == level), quiet || level < restMicrovolts);
        if (part == Part.WORK) {
            work(tSeconds, passed);
        } else if (part == Part.BREAK) {
            comeBack(tSeconds, passed, quiet || level < restMicrovolts, quiet || level == level);
        }
        feedback.thresholdMicrovolts = hasLine ? ceiling.line() : Double.NaN;
        feedback.rewarded = hasLine && (quiet || ceiling.reached(level));
        // where a pacer runs as well, its sentences stand
        if (tSeconds < cueUntilSeconds) {
            feedback.cue = LET_GO;
        } else if (feedback.cue.equals(LET_GO)) {
            feedback.cue = "";
        }
        if (Double.isNaN(restMicrovolts) && part == Part.WORK) {
            feedback.note = NO_REST;
        } else if (feedback.note.equals(NO_REST)) {
            feedback.note = "";
        }
    }

    private void work(double tSeconds, double passed) {
        double percent = rest.percent();
        tiredSeconds = percent < MicroBreaks.LEAST_PERCENT ? tiredSeconds + passed : 0;
        if (reminders.due(tSeconds, percent, rest.secondsSinceGap())) {
            cueUntilSeconds = tSeconds + CUE_SECONDS;
        }
    }

    private void comeBack(double tSeconds, double passed, boolean rests, boolean known) {
        backSeconds = rests ? backSeconds + passed : known ? 0 : backSeconds;
        if (backSeconds >= BACK_SECONDS && Double.isNaN(returnSeconds)) {
            returnSeconds = Math.max(0, tSeconds - beganSeconds - BACK_SECONDS);
        }
    }

    @Override
    public boolean done() {
        boolean least = nowSeconds - beganSeconds >= minimumSeconds;
        return least
                && (part == Part.WORK && tiredSeconds >= TIRED_SECONDS
                        || part == Part.BREAK && !Double.isNaN(returnSeconds));
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (restMicrovolts > 0) {
            findings.add(Finding.kept(REST_LEVEL, restMicrovolts, ""));
        }
        findings.addAll(results);
        if (blocks > 0) {
            if (restMicrovolts > 0) {
                findings.add(Finding.of("reminders", allCues, ""));
                findings.add(Finding.of("reminders_answered", allAnswered, ""));
            } else {
                findings.add(Finding.of(
                        "reminders", Double.NaN, "Nothing was judged: the muscle could not be read in the baseline."));
            }
        }
        if (ceiling.startedAt() > 0) {
            findings.add(Finding.of("task_ceiling_uv", ceiling.line(), ""));
        }
        return findings;
    }
}

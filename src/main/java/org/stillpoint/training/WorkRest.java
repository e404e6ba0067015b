package org.stillpoint.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;

/**
 * A light effort and a rest, five times over: how soon the muscle is quiet again.
 *
 * <p>Effort 6 s, rest 20 s. Back means under the mean and two standard deviations of the quiet sitting before; the residual is
 * what is left above its mean at the end of each rest (timings are our own defaults).
 */
final class WorkRest implements Exercise {

    static final String RECOVERY = "recovery_s";

    private static final int TIMES = 5;
    private static final double EFFORT_SECONDS = 6;
    private static final double REST_SECONDS = 20;
    private static final double END_OF_REST_SECONDS = 5;
    private static final double ASKED_SHARE = 0.4;
    private static final double DEVIATIONS = 2;
    private static final double LEAST_SCATTER = 0.15;
    private static final String EFFORT = "Tense lightly now, and hold.";
    private static final String REST = "And let go.";

    private final LevelLog rest = new LevelLog();
    private final LettingGo letting = new LettingGo();
    private final double[] seconds = new double[TIMES];
    private final double[] peaks = new double[TIMES];
    private final double[] rests = new double[TIMES];
    private final double[] residuals = new double[TIMES];
    private PacerCell cell;
    private boolean resting;
    private boolean working;
    private boolean effort;
    private boolean spoilt;
    private int done;
    private double elapsed;
    private double lastSeconds = Double.NaN;
    private double mean = Double.NaN;
    private double limit = Double.NaN;
    private double peak;
    private double restSum;
    private int restTicks;
    private double endSum;
    private int endTicks;

    @Override
    public String id() {
        return "work-rest";
    }

    @Override
    public String name() {
        return "Work and rest";
    }

    @Override
    public List<Set<Modality>> needs() {
        return List.of(Set.of(Modality.EMG));
    }

    @Override
    public String without() {
        return "the cues lead by time and no recovery is judged";
    }

    @Override
    public void begin(Start start) {
        cell = start.pacer();
    }

    @Override
    public void phase(Phase phase, double tSeconds) {
        resting = phase.kind() == PhaseKind.BASELINE;
        working = phase.kind() == PhaseKind.TRANSFER;
        lastSeconds = Double.NaN;
        if (resting) {
            rest.clear();
        }
        if (working) {
            done = 0;
            work(true);
        }
    }

    @Override
    public void phaseEnds(Phase phase, double tSeconds, boolean whole) {
        if (resting && whole) {
            mean = rest.mean();
            limit = mean + Math.max(DEVIATIONS * rest.deviation(), LEAST_SCATTER * mean);
        }
        if (working && !whole) {
            done = 0;
        }
        resting = false;
        working = false;
        letting.forget();
        cell.askEffort(Double.NaN);
    }

    @Override
    public List<Entries> entries() {
        return List.of(rest);
    }

    @Override
    public void disturbed(double fromSeconds) {
        spoilt = true;
    }

    @Override
    public void hold(double tSeconds) {
        letting.forget();
        cell.askEffort(Double.NaN);
    }

    @Override
    public void resume(double tSeconds) {
        lastSeconds = Double.NaN;
        if (working && done < TIMES) {
            work(true);
        }
    }

    private void work(boolean now) {
        effort = now;
        elapsed = 0;
        if (now) {
            peak = Double.NaN;
            spoilt = false;
            restSum = 0;
            restTicks = 0;
            endSum = 0;
            endTicks = 0;
            letting.forget();
            cell.askEffort(ASKED_SHARE);
        } else {
            cell.askEffort(0);
            if (limit == limit) {
                letting.cue(limit);
            }
        }
    }

    @Override
    public void step(double tSeconds, Feedback feedback) {
        double passed = lastSeconds == lastSeconds ? Math.min(0.1, tSeconds - lastSeconds) : 0;
        lastSeconds = tSeconds;
        double level = feedback.masked ? Double.NaN : feedback.muscleMicrovolts;
        letting.step(tSeconds, feedback.masked ? Double.NaN : feedback.muscleBlockMicrovolts, level);
        if (resting) {
            rest.add(level);
        }
        if (!working || done >= TIMES) {
            feedback.effort = Effort.NOTHING;
            return;
        }
        elapsed += passed;
        if (effort) {
            peak = level > peak || peak != peak ? level : peak;
            if (elapsed >= EFFORT_SECONDS) {
                work(false);
            }
        } else {
            quiet(level);
        }
        feedback.effort = effort ? Effort.TENSE : Effort.LET_GO;
        feedback.cue = done >= TIMES ? "" : effort ? EFFORT : REST;
    }

    private void quiet(double level) {
        if (level == level && elapsed > END_OF_REST_SECONDS) {
            restSum += level;
            restTicks++;
            if (elapsed > REST_SECONDS - END_OF_REST_SECONDS) {
                endSum += level;
                endTicks++;
            }
        }
        if (elapsed >= REST_SECONDS) {
            boolean judged = letting.watching() && letting.judgeable();
            if (judged) {
                letting.judge();
            }
            seconds[done] = judged && !spoilt ? letting.releaseSeconds() : Double.NaN;
            peaks[done] = spoilt ? Double.NaN : peak;
            rests[done] = restTicks == 0 || spoilt ? Double.NaN : restSum / restTicks;
            residuals[done] = endTicks == 0 || spoilt ? Double.NaN : endSum / endTicks - mean;
            done++;
            if (done < TIMES) {
                work(true);
            }
        }
    }

    @Override
    public boolean done() {
        return working && done >= TIMES;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        double typical = median(seconds);
        if (typical == typical) {
            findings.add(Finding.kept(
                    RECOVERY,
                    typical,
                    String.format(
                            Locale.ROOT, "From letting go to under %.1f µV, the middle one of %d.", limit, done)));
        }
        number(findings, "effort_peak_uV", median(peaks));
        number(findings, "effort_rest_uV", median(rests));
        number(findings, "effort_residual_uV", median(residuals));
        if (done > 0) {
            boolean seen = median(peaks) == median(peaks);
            findings.add(Finding.of("efforts", done, seen ? "" : "Asked for; whether they were made was not seen."));
        }
        return findings;
    }

    private static void number(List<Finding> findings, String key, double value) {
        if (value == value) {
            findings.add(Finding.of(key, value, ""));
        }
    }

    private double median(double[] values) {
        double[] sorted = Arrays.stream(values, 0, done)
                .filter(value -> value == value)
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}

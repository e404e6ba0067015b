package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;

/**
 * Progressive relaxation: a script leads through tensing and letting go, and where the sensor sees the muscle it waits for a
 * real but gentle contraction, measures the letting go, and gives more time where that takes longer.
 *
 * <p>Groups that hurt are left out: the answer {@code pmr-skip: neck, hand}, remembered for the next session. The sensor's
 * groups are the script's own, or the answer {@code pmr-site: right-hand}. A muscle that does not let go gets up to 20 s
 * more, one calm sentence, and is counted; nothing is asked twice. Without a sensor or a baseline the script leads by time.
 */
final class ReleaseTraining implements Exercise {

    static final String EFFORT = "comfortable_effort_uV";
    static final String BASELINE = "muscle_baseline_uV";

    private static final double ASKED_SHARE = 0.45;
    private static final double WAIT_SECONDS = 8;
    private static final double MORE_SECONDS = 20;
    private static final double HELD_ENOUGH_SECONDS = 5;
    private static final double LEAST_SCATTER = 0.15;
    private static final double CLEAR_CONTRACTION = 1.6;
    private static final double TOLD_SECONDS = 5;
    private static final String TOO_MUCH = "That is plenty. About half of it is enough.";
    private static final String NONE_SEEN = "No tension was seen there. That is fine; we go on.";
    private static final String THERE_IS_TIME = "There is time. Let the breath go out, and let the muscle hang.";
    private static final String GO_ON = "It does not have to happen now. We go on.";

    private final LevelLog rest = new LevelLog();
    private final ScriptPlayer player = new ScriptPlayer();
    private final AskedContraction asked = new AskedContraction();
    private final LettingGo letting = new LettingGo();
    private final Tally lengthenings = new Tally();
    private final ReleaseLog log = new ReleaseLog();
    private final MuscleGroups groups = new MuscleGroups();
    private Start start;
    private PacerCell cell;
    private boolean muscle;
    private boolean resting;
    private double baseline = Double.NaN;
    private double median = Double.NaN;
    private volatile double limit = Double.NaN;
    private double effort = Double.NaN;
    private String group = "";
    private boolean lengthened;
    private double effortBefore = Double.NaN;
    private double lastSeconds = Double.NaN;
    private double tellUntilSeconds = Double.NEGATIVE_INFINITY;
    private String told = "";
    private String note = "";
    private String first = "";
    private volatile ReleaseCurves curves = ReleaseCurves.NONE;

    @Override
    public String id() {
        return "pmr";
    }

    @Override
    public String name() {
        return "Tense and let go";
    }

    @Override
    public Sheet sheetKind() {
        return Sheet.RELEASE;
    }

    @Override
    public List<Set<Modality>> needs() {
        return List.of(Set.of(Modality.EMG));
    }

    @Override
    public String without() {
        return "the text leads by time and no letting go is judged";
    }

    @Override
    public void begin(Start with) {
        start = with;
        cell = with.pacer();
        muscle = with.sensors().contains(Modality.EMG);
        groups.begin(with.remembered());
        effort = Double.NaN;
        first = firstCurve(with.remembered());
        curves = log.curves(first, limit);
    }

    @Override
    public void phase(Phase phase, double tSeconds) {
        lastSeconds = Double.NaN;
        resting = phase.kind() == PhaseKind.BASELINE;
        effortBefore = effort;
        if (resting) {
            rest.clear();
        }
        player.end();
        letting.forget();
        Script script = start.scripts().get(phase.script());
        if (script != null) {
            player.begin(script.on(groups.sensed()), groups.skipped());
            note = script.note();
            if (muscle && limit != limit) {
                note = "Without a rest before it, nothing is waited for: the text leads by time.";
            }
            if (player.playing()) {
                entered(tSeconds);
            }
        } else if (!phase.script().isEmpty()) {
            note = "There is no script " + phase.script() + ": the sentence of the phase stands.";
        }
    }

    @Override
    public void phaseEnds(Phase phase, double tSeconds, boolean whole) {
        if (resting && whole) {
            double mean = rest.mean();
            if (mean == mean) {
                baseline = mean;
                median = rest.percentile(50);
                limit = mean + Math.max(rest.deviation(), LEAST_SCATTER * mean);
            }
        }
        judge();
        effort = whole ? effort : effortBefore;
        cell.askEffort(Double.NaN);
        player.end();
        resting = false;
        curves = log.curves(first, limit);
    }

    private static String firstCurve(Remembered remembered) {
        Finding first = remembered.first().get(ReleaseLog.CURVE);
        return first == null ? "" : first.text();
    }

    @Override
    public List<Entries> entries() {
        List<Entries> entries = new ArrayList<>(asked.entries());
        entries.addAll(List.of(rest, log, lengthenings));
        return entries;
    }

    @Override
    public void disturbed(double fromSeconds) {
        if (letting.watching()) {
            log.addUnjudged();
        }
        letting.forget();
    }

    @Override
    public void hold(double tSeconds) {
        if (letting.watching()) {
            log.addUnjudged();
        }
        letting.forget();
        cell.askEffort(Double.NaN);
    }

    @Override
    public void resume(double tSeconds) {
        lastSeconds = Double.NaN;
        if (player.playing() && player.step().waits() != Script.Wait.RELEASE) {
            player.again();
            entered(tSeconds);
        }
    }

    @Override
    public void wish(TrainingControl.Wish wish, double tSeconds) {
        if (wish.kind() == TrainingControl.Kind.ANSWER && groups.answer(wish.text())) {
            player.leaveOut(groups.skipped());
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
        player.pass(passed);
        if (player.playing()) {
            lead(tSeconds, passed, level);
            if (letting.watching() && letting.heldSeconds() >= LettingGo.HELD_SECONDS) {
                judge();
            }
        }
        feedback.cue = tSeconds < tellUntilSeconds
                ? told
                : player.playing() ? player.step().say() : "";
        feedback.effort = player.playing() ? effort(player.step().waits()) : Effort.NOTHING;
        feedback.letGoSeconds = lettingGo() ? player.elapsedSeconds() : Double.NaN;
        feedback.audio = player.audio();
        feedback.audioSeconds = player.audioSeconds();
        if (!note.isEmpty()) {
            feedback.note = note;
            note = "";
        }
    }

    private static Effort effort(Script.Wait waits) {
        return switch (waits) {
            case REFERENCE, CONTRACTION -> Effort.TENSE;
            case RELEASE -> Effort.LET_GO;
            case TIME -> Effort.NOTHING;
        };
    }

    /** Whether the muscle that the sensor sees was tensed and is asked to let go now. */
    private boolean lettingGo() {
        return player.playing() && player.step().waits() == Script.Wait.RELEASE && asked.given() && seen(player.step());
    }

    private void lead(double tSeconds, double passed, double level) {
        Script.Step step = player.step();
        double elapsed = player.elapsedSeconds();
        boolean over = elapsed >= step.seconds() + step.pauseSeconds();
        switch (step.waits()) {
            case REFERENCE -> {
                if (seen(step)) {
                    asked.refer(level);
                }
            }
            case CONTRACTION -> {
                if (seen(step)) {
                    over = tense(tSeconds, passed, step, level);
                }
            }
            case RELEASE -> over = over && !wantsMore(tSeconds, elapsed - step.seconds() - step.pauseSeconds());
            default -> {
                // its seconds are all that it waits for
            }
        }
        if (over) {
            left(step);
            player.next();
            if (player.playing()) {
                entered(tSeconds);
            } else {
                judge();
            }
        }
    }

    /** Whether the sensor sees this group, and rest is known to tell tension from it. */
    private boolean seen(Script.Step step) {
        return muscle && limit == limit && groups.seen(player.script(), step.group());
    }

    private void entered(double tSeconds) {
        Script.Step step = player.step();
        switch (step.waits()) {
            case REFERENCE, CONTRACTION -> {
                judge();
                asked.forget();
                if (!seen(step)) {
                    return;
                }
                asked.begin(baseline, CLEAR_CONTRACTION * limit, effort);
                cell.askEffort(step.waits() == Script.Wait.REFERENCE ? 1 : ASKED_SHARE);
            }
            case RELEASE -> {
                lengthened = false;
                group = step.group();
                if (seen(step) && asked.given()) {
                    letting.cue(limit);
                    cell.askEffort(0);
                }
            }
            default -> {
                // nothing is asked of the muscle
            }
        }
    }

    private void left(Script.Step step) {
        if (step.waits() == Script.Wait.REFERENCE && seen(step)) {
            cell.askEffort(0);
            double found = asked.comfortableMicrovolts();
            if (found > CLEAR_CONTRACTION * limit) {
                effort = found;
            } else {
                note = "No effort was seen: any clear contraction is taken, and none is called too much.";
            }
        }
    }

    /** Whether the contraction's time is over: its seconds from when it is there, or it does not come. */
    private boolean tense(double tSeconds, double passed, Script.Step step, double level) {
        if (asked.step(passed, level)) {
            tell(tSeconds, TOO_MUCH);
        }
        if (asked.tensing()) {
            return asked.tensedSeconds() >= step.seconds() + step.pauseSeconds();
        }
        if (player.elapsedSeconds() < WAIT_SECONDS) {
            return false;
        }
        if (!asked.given()) {
            asked.miss();
            tell(tSeconds, NONE_SEEN);
            cell.askEffort(0);
        }
        return true;
    }

    private boolean wantsMore(double tSeconds, double overSeconds) {
        if (!letting.watching() || !letting.judgeable() || letting.heldSeconds() >= HELD_ENOUGH_SECONDS) {
            return false;
        }
        if (overSeconds >= MORE_SECONDS) {
            tell(tSeconds, GO_ON);
            return false;
        }
        if (!lengthened && letting.heldSeconds() == 0) {
            lengthened = true;
            lengthenings.add();
            tell(tSeconds, THERE_IS_TIME);
        }
        return true;
    }

    private void judge() {
        if (!letting.watching()) {
            return;
        }
        if (letting.judgeable()) {
            letting.judge();
            log.add(group, letting, baseline, asked.share(letting.fromMicrovolts()));
            if (letting.releaseSeconds() != letting.releaseSeconds()) {
                note = "The muscle did not let go after the cue; more time was given.";
            }
        } else {
            log.addUnjudged();
        }
        letting.forget();
    }

    private void tell(double tSeconds, String words) {
        told = words;
        tellUntilSeconds = tSeconds + TOLD_SECONDS;
    }

    @Override
    public boolean done() {
        return player.over();
    }

    @Override
    public ReleaseCurves releaseCurves() {
        ReleaseCurves known = curves;
        if (known.today().size() != log.count()) {
            known = log.curves(first, limit);
            curves = known;
        }
        return known;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(log.findings(limit));
        if (lengthenings.count() > 0) {
            findings.add(Finding.of("releases_lengthened", lengthenings.count(), ""));
        }
        if (asked.missed() > 0) {
            findings.add(Finding.of("contractions_not_seen", asked.missed(), ""));
        }
        if (asked.tooMuch() > 0) {
            findings.add(Finding.of("contractions_too_strong", asked.tooMuch(), ""));
        }
        if (median == median) {
            findings.add(Finding.kept(BASELINE, median, ""));
        }
        if (effort == effort) {
            findings.add(Finding.kept(EFFORT, effort, ""));
        }
        groups.finding().ifPresent(findings::add);
        return findings;
    }
}

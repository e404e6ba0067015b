package org.stillpoint.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
    static final String SKIPPED = "pmr_skipped_groups";

    private static final String SKIP_QUESTION = "pmr-skip";
    private static final String SITE_QUESTION = "pmr-site";
    private static final double ASKED_SHARE = 0.45;
    private static final double WAIT_SECONDS = 8;
    private static final double MORE_SECONDS = 20;
    private static final double HELD_ENOUGH_SECONDS = 5;
    private static final double LEAST_SCATTER = 0.15;
    private static final double CLEAR_CONTRACTION = 1.6;
    private static final double REFERENCE_SECONDS = 2;
    private static final double TOLD_SECONDS = 5;
    private static final String TOO_MUCH = "That is plenty. About half of it is enough.";
    private static final String NONE_SEEN = "No tension was seen there. That is fine; we go on.";
    private static final String THERE_IS_TIME = "There is time. Let the breath go out, and let the muscle hang.";
    private static final String GO_ON = "It does not have to happen now. We go on.";

    private final LevelLog rest = new LevelLog();
    private final ScriptPlayer player = new ScriptPlayer();
    private final ContractionWatch contraction = new ContractionWatch();
    private final LettingGo letting = new LettingGo();
    private final ReleaseLog log = new ReleaseLog();
    private final double[] reference = new double[(int) (REFERENCE_SECONDS * 50)];
    private Start start;
    private PacerCell cell;
    private boolean muscle;
    private Set<String> skipped = Set.of();
    private Set<String> sensed = Set.of();
    private boolean resting;
    private double baseline = Double.NaN;
    private double median = Double.NaN;
    private double limit = Double.NaN;
    private double effort = Double.NaN;
    private int referenceTicks;
    private double referencePower;
    private double strongest;
    private boolean tensing;
    private boolean given;
    private boolean warned;
    private double tensedSeconds;
    private String group = "";
    private boolean lengthened;
    private int lengthenings;
    private int missed;
    private int tooMuch;
    private double lastSeconds = Double.NaN;
    private double tellUntilSeconds = Double.NEGATIVE_INFINITY;
    private String told = "";
    private String note = "";
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
    public List<Set<Modality>> needs() {
        return List.of(Set.of(Modality.EMG));
    }

    @Override
    public void begin(Start with) {
        start = with;
        cell = with.pacer();
        muscle = with.sensors().contains(Modality.EMG);
        skipped = groups(with.remembered().text(SKIPPED));
        effort = Double.NaN;
    }

    private static Set<String> groups(String words) {
        Set<String> groups = new HashSet<>();
        for (String word : words.toLowerCase(Locale.ROOT).split("[,;]")) {
            if (!word.isBlank()) {
                groups.add(word.strip().replace(' ', '-'));
            }
        }
        return groups;
    }

    @Override
    public void phase(Phase phase, double tSeconds) {
        lastSeconds = Double.NaN;
        resting = phase.kind() == PhaseKind.BASELINE;
        if (resting) {
            rest.clear();
        }
        player.end();
        letting.forget();
        Script script = start.scripts().get(phase.script());
        if (script != null) {
            player.begin(script, skipped);
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
        cell.askEffort(Double.NaN);
        player.end();
        resting = false;
        curves = log.curves(firstCurve(), limit);
    }

    private String firstCurve() {
        Finding first = start.remembered().first().get(ReleaseLog.CURVE);
        return first == null ? "" : first.text();
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
        if (wish.kind() != TrainingControl.Kind.ANSWER) {
            return;
        }
        if (wish.text().startsWith(SKIP_QUESTION + ": ")) {
            skipped = groups(wish.text().substring(SKIP_QUESTION.length() + 2));
            player.leaveOut(skipped);
        } else if (wish.text().startsWith(SITE_QUESTION + ": ")) {
            sensed = groups(wish.text().substring(SITE_QUESTION.length() + 2));
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
        feedback.effort = player.playing() ? asked(player.step().waits()) : Feedback.Effort.NOTHING;
        feedback.audio = player.audio();
        feedback.audioSeconds = player.audioSeconds();
        if (!note.isEmpty()) {
            feedback.note = note;
            note = "";
        }
    }

    private static Feedback.Effort asked(Script.Wait waits) {
        return switch (waits) {
            case REFERENCE, CONTRACTION -> Feedback.Effort.TENSE;
            case RELEASE -> Feedback.Effort.LET_GO;
            case TIME -> Feedback.Effort.NOTHING;
        };
    }

    private void lead(double tSeconds, double passed, double level) {
        Script.Step step = player.step();
        double elapsed = player.elapsedSeconds();
        boolean over = elapsed >= step.seconds() + step.pauseSeconds();
        switch (step.waits()) {
            case REFERENCE -> {
                if (seen(step)) {
                    refer(level);
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
        Set<String> groups = sensed;
        return muscle
                && limit == limit
                && (groups.isEmpty() ? player.script().sensed().contains(step.group()) : groups.contains(step.group()));
    }

    private void entered(double tSeconds) {
        Script.Step step = player.step();
        switch (step.waits()) {
            case REFERENCE, CONTRACTION -> {
                judge();
                given = false;
                if (!seen(step)) {
                    return;
                }
                tensedSeconds = 0;
                tensing = false;
                warned = false;
                referenceTicks = 0;
                referencePower = 0;
                strongest = 0;
                contraction.begin(baseline, CLEAR_CONTRACTION * limit, effort);
                cell.askEffort(step.waits() == Script.Wait.REFERENCE ? 1 : ASKED_SHARE);
            }
            case RELEASE -> {
                lengthened = false;
                group = step.group();
                if (seen(step) && given) {
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
            double found = Math.sqrt(strongest);
            if (found > CLEAR_CONTRACTION * limit) {
                effort = found;
            } else {
                note = "No effort was seen: any clear contraction is taken, and none is called too much.";
            }
        }
    }

    /** Strongest two seconds of the comfortable effort. */
    private void refer(double level) {
        if (level != level) {
            return;
        }
        int place = referenceTicks % reference.length;
        referencePower += level * level - (referenceTicks < reference.length ? 0 : reference[place]);
        reference[place] = level * level;
        referenceTicks++;
        if (referenceTicks >= reference.length) {
            strongest = Math.max(strongest, referencePower / reference.length);
        }
    }

    /** Whether the contraction's time is over: its seconds from when it is there, or it does not come. */
    private boolean tense(double tSeconds, double passed, Script.Step step, double level) {
        contraction.step(level);
        if (contraction.tooMuch() && !warned) {
            warned = true;
            tooMuch++;
            given = true;
            tell(tSeconds, TOO_MUCH);
        }
        if (contraction.accepted()) {
            tensing = true;
            given = true;
        }
        if (tensing) {
            tensedSeconds += passed;
            return tensedSeconds >= step.seconds() + step.pauseSeconds();
        }
        if (player.elapsedSeconds() < WAIT_SECONDS) {
            return false;
        }
        if (!given) {
            missed++;
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
            lengthenings++;
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
            log.add(group, letting, baseline, contraction.share(letting.fromMicrovolts()));
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
        return curves;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(log.findings(limit));
        if (lengthenings > 0) {
            findings.add(Finding.of("releases_lengthened", lengthenings, ""));
        }
        if (missed > 0) {
            findings.add(Finding.of("contractions_not_seen", missed, ""));
        }
        if (tooMuch > 0) {
            findings.add(Finding.of("contractions_too_strong", tooMuch, ""));
        }
        if (median == median) {
            findings.add(Finding.kept(BASELINE, median, ""));
        }
        if (effort == effort) {
            findings.add(Finding.kept(EFFORT, effort, ""));
        }
        if (!skipped.isEmpty() || !start.remembered().text(SKIPPED).isEmpty()) {
            findings.add(Finding.kept(
                    SKIPPED,
                    Double.NaN,
                    String.join(", ", skipped.stream().sorted().toList())));
        }
        return findings;
    }
}

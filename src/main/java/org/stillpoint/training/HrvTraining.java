package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;

/**
 * Heart-rate-variability biofeedback at the rate that was found or chosen for this person: the own heart curve from beat to beat
 * with the pacer, then with a pacer that goes away for a while, then the heart curve alone.
 *
 * <p>When the pacer comes back it meets the person's own newest in-breath. Swing per breath and rhythm are results, never
 * shown as a goal; nothing is rewarded. "Too fast, dizzy" eases the pacer by one breath a minute, a second time it rests.
 * The protocols {@code hrv-course-1} to {@code -5} are a ladder: at their end {@link CourseStep} says which one is next.
 */
final class HrvTraining implements Exercise {

    static final String STEP = "hrv_course_step";
    static final String WITH_PACER = "swing_with_pacer_per_min";

    private static final String COURSE = "hrv-course-";
    private static final double SETTLING_SECONDS = 30;
    private static final double SWITCH_SECONDS = 10;
    private static final double RHYTHM_SECONDS = 64;
    private static final int LEAST_BREATHS = 4;
    private static final int LEAST_RHYTHMS = 250;
    private static final Set<Modality> HEART = Set.of(Modality.ECG, Modality.PPG, Modality.IBI);
    private static final Set<Modality> BELT = Set.of(Modality.RESP, Modality.RESP2);

    /** Parts of the session whose figures stand beside each other. */
    private enum Part {
        ALONE_BEFORE,
        WITH_PACER,
        WITHOUT_PACER,
        RECOVERY,
        ALONE_AFTER,
        TRANSFER;

        private final String id = name().toLowerCase(Locale.ROOT);
    }

    private final MeasureLog[] swings = new MeasureLog[Part.values().length];
    private final MeasureLog[] rhythms = new MeasureLog[Part.values().length];
    private final OwnBreath own = new OwnBreath();
    private final PacerEasing easing = new PacerEasing();
    private Start start;
    private PacerCell cell;
    private Pacer pacer;
    private double ratePerMinute;
    private int swingMeter;
    private int rhythmMeter;
    private final Tally pacedBreaths = new Tally();
    private final Tally followedBreaths = new Tally();
    private Phase phase;
    private Part part;
    private boolean paces;
    private boolean there;
    private boolean held;
    private boolean stressed;
    private boolean over;
    private int step;
    private double lastSeconds = Double.NaN;
    private double phaseSeconds;
    private double countFromSeconds;
    private double breathSeconds = Double.NaN;
    private double nextBreathSeconds = Double.NaN;
    private int readIn;
    private String note = "";

    @Override
    public String id() {
        return "hrv-training";
    }

    @Override
    public String name() {
        return "Heart curve training";
    }

    @Override
    public List<Set<Modality>> needs() {
        return List.of(HEART, BELT);
    }

    @Override
    public String without() {
        return "the pacer leads and no swing of the heart is judged";
    }

    @Override
    public void begin(Start with) {
        start = with;
        cell = with.pacer();
        for (int i = 0; i < swings.length; i++) {
            swings[i] = new MeasureLog(LEAST_BREATHS);
            rhythms[i] = new MeasureLog(LEAST_RHYTHMS);
        }
        swingMeter = with.meter("swing");
        rhythmMeter = with.meter("rhythm");
        double chosen = with.remembered().number(RateChoice.KEY);
        double found = chosen > 0 ? chosen : with.remembered().number(ResonanceAssessment.RATE);
        ratePerMinute = found > 0 ? Pacer.limitedRate(found) : with.protocol().pacerRatePerMinute();
        pacer = new Pacer(ratePerMinute, with.protocol().inhaleShare());
        step = step(with.protocol().id());
        double planned = with.remembered().number(STEP);
        if (step > 0 && planned > 0 && planned != step) {
            note = String.format(Locale.ROOT, "Step %.0f of the course is this person's next one.", planned);
        } else if (!(found > 0)) {
            note = String.format(
                    Locale.ROOT,
                    "No rate was found for this person yet: %.1f a minute, as a start for most.",
                    ratePerMinute);
        }
    }

    private static int step(String protocol) {
        return protocol.matches(COURSE + "[1-5]") ? protocol.charAt(COURSE.length()) - '0' : 0;
    }

    @Override
    public void phase(Phase begins, double tSeconds) {
        boolean before = paces;
        phase = begins;
        phaseSeconds = 0;
        lastSeconds = tSeconds;
        own.rests(begins.kind() == PhaseKind.BASELINE);
        over |= begins.kind() == PhaseKind.WRAP_UP;
        paces = begins.kind().paces() && !easing.rests();
        if (paces) {
            if (begins.ratePerMinute() > 0 || begins.inhaleShare() > 0) {
                double rate = begins.ratePerMinute() > 0 ? begins.ratePerMinute() : ratePerMinute;
                double share = begins.inhaleShare() > 0
                        ? begins.inhaleShare()
                        : start.protocol().inhaleShare();
                pacer.change(tSeconds, easing.eased(rate), share);
            }
            if (!before || !there) {
                pacer.start(tSeconds);
            }
        }
        there = paces && begins.pacerThere(0);
        part = partOf(begins.kind());
        countFromSeconds = tSeconds + SETTLING_SECONDS;
        readIn = 0;
    }

    private Part partOf(PhaseKind kind) {
        return switch (kind) {
            case ALONE_BEFORE -> Part.ALONE_BEFORE;
            case ALONE_AFTER -> Part.ALONE_AFTER;
            case TRANSFER -> Part.TRANSFER;
            case FEEDBACK, PACER_ONLY, VEILED -> there ? Part.WITH_PACER : Part.WITHOUT_PACER;
            case REST -> stressed ? Part.RECOVERY : null;
            default -> null;
        };
    }

    @Override
    public void phaseEnds(Phase ends, double tSeconds, boolean whole) {
        // nobody recovers from a task that was left out
        stressed |= whole && ends.kind() == PhaseKind.STRESSOR;
    }

    @Override
    public List<Entries> entries() {
        List<Entries> entries = new ArrayList<>(own.entries());
        entries.addAll(List.of(swings));
        entries.addAll(List.of(rhythms));
        entries.add(pacedBreaths);
        entries.add(followedBreaths);
        return entries;
    }

    @Override
    public void hold(double tSeconds) {
        held = true;
        cell.write(false, pacer.ratePerMinute(), pacer.inhaleShare(), pacer.phase(tSeconds));
    }

    @Override
    public void resume(double tSeconds) {
        held = false;
        lastSeconds = tSeconds;
        countFromSeconds = tSeconds + SETTLING_SECONDS;
        pacer.start(tSeconds);
    }

    @Override
    public void wish(TrainingControl.Wish wish, double tSeconds) {
        switch (wish.kind()) {
            case PACER_RATE -> {
                ratePerMinute = Pacer.limitedRate(wish.number());
                pacer.change(tSeconds, ratePerMinute, pacer.inhaleShare());
            }
            case INHALE_SHARE -> pacer.change(tSeconds, pacer.ratePerMinute(), Pacer.limitedShare(wish.number()));
            case TOO_FAST -> ease(tSeconds);
            default -> {
                // belongs to someone else
            }
        }
    }

    private void ease(double tSeconds) {
        if (!easing.ease(tSeconds)) {
            return;
        }
        countFromSeconds = tSeconds + SETTLING_SECONDS;
        if (easing.rests()) {
            paces = false;
            there = false;
            part = null;
        } else {
            pacer.change(tSeconds, PacerEasing.faster(pacer.ratePerMinute()), pacer.inhaleShare());
        }
    }

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        own.breath(inhaleSeconds, endSeconds, depth);
        breathSeconds = inhaleSeconds;
        nextBreathSeconds = endSeconds;
        // its swing is measured at the end of this tick and can be read in the next
        readIn = 2;
        if (there && inhaleSeconds >= countFromSeconds) {
            pacedBreaths.add();
            double at = pacer.phase(inhaleSeconds);
            double length = (endSeconds - inhaleSeconds) * pacer.ratePerMinute() / 60;
            boolean followed = Math.abs(at - Math.rint(at)) <= PacedBreaths.OFF_SHARE
                    && Math.abs(length - 1) <= PacedBreaths.LENGTH_SHARE;
            if (followed) {
                followedBreaths.add();
            }
        }
    }

    private double followedPercent() {
        return pacedBreaths.count() < LEAST_BREATHS
                ? Double.NaN
                : 100.0 * followedBreaths.count() / pacedBreaths.count();
    }

    @Override
    public void step(double tSeconds, Feedback feedback) {
        phaseSeconds += tSeconds - lastSeconds;
        lastSeconds = tSeconds;
        if (paces && !held) {
            fade(tSeconds);
        }
        boolean running = there && !held;
        double at = pacer.phase(tSeconds);
        measure(feedback);
        feedback.pacing = running;
        feedback.pacerRatePerMinute = pacer.ratePerMinute();
        feedback.pacerInhaleShare = pacer.inhaleShare();
        feedback.pacerPhase = running ? at : Double.NaN;
        feedback.pacerSecondsLeft = running ? phase.pacerSecondsLeft(phaseSeconds) : Double.NaN;
        feedback.softer = paces && own.deeperThanAtRest();
        feedback.cue = cue(tSeconds, feedback.softer);
        if (!note.isEmpty()) {
            feedback.note = note;
        }
        cell.write(running, pacer.ratePerMinute(), pacer.inhaleShare(), at);
    }

    private void fade(double tSeconds) {
        boolean now = phase.pacerThere(phaseSeconds);
        if (now == there) {
            return;
        }
        there = now;
        part = now ? Part.WITH_PACER : Part.WITHOUT_PACER;
        countFromSeconds = tSeconds + SWITCH_SECONDS;
        double cycle = 60 / pacer.ratePerMinute();
        if (now && tSeconds - nextBreathSeconds < 1.5 * cycle) {
            pacer.start(nextBreathSeconds);
        }
    }

    private void measure(Feedback feedback) {
        boolean read = readIn > 0 && --readIn == 0;
        if (part == null || feedback.masked) {
            return;
        }
        if (read && swingMeter >= 0 && breathSeconds >= countFromSeconds) {
            swings[part.ordinal()].add(feedback.meterValues[swingMeter]);
        }
        // the rhythm's window must not reach back over the beginning of its part
        boolean whole = phase.pacerEverySeconds() == 0 || phase.pacerSeconds() == 0;
        if (whole && rhythmMeter >= 0 && phaseSeconds > RHYTHM_SECONDS) {
            rhythms[part.ordinal()].add(feedback.meterValues[rhythmMeter]);
        }
    }

    private String cue(double tSeconds, boolean softer) {
        if (easing.telling(tSeconds)) {
            return easing.words();
        }
        if (softer) {
            return OwnBreath.SOFTER;
        }
        return paces && !there && phase.pacerSeconds() > 0 ? "Keep the rhythm by yourself; the heart curve leads." : "";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Part one : Part.values()) {
            double swing = swings[one.ordinal()].median();
            if (one == Part.WITH_PACER && swing == swing) {
                findings.add(Finding.kept(WITH_PACER, swing, ""));
            } else if (swing == swing) {
                findings.add(Finding.of("swing_" + one.id + "_per_min", swing, ""));
            }
            double rhythm = rhythms[one.ordinal()].median();
            if (rhythm == rhythm) {
                findings.add(Finding.of("rhythm_" + one.id, rhythm, ""));
            }
        }
        if (pacedBreaths.count() >= LEAST_BREATHS) {
            findings.add(Finding.of("followed_pacer_pct", followedPercent(), ""));
        }
        if (easing.easings() > 0) {
            findings.add(Finding.of("pacer_eased", easing.easings(), ""));
        }
        if (over) {
            findings.add(Finding.of("trained_rate_per_min", pacer.ratePerMinute(), ""));
            if (swings[Part.WITH_PACER.ordinal()].count() + swings[Part.WITHOUT_PACER.ordinal()].count() == 0) {
                findings.add(Finding.of(
                        WITH_PACER, Double.NaN, "No swing: heart or belt gave no whole breath that could be used."));
            }
            if (step > 0) {
                CourseStep next = CourseStep.after(step, seen());
                findings.add(Finding.kept(STEP, next.number(), next.reason()));
            }
        }
        return findings;
    }

    private CourseStep.Seen seen() {
        double withPacer = swings[Part.WITH_PACER.ordinal()].median();
        return new CourseStep.Seen(
                easing.rests(),
                followedPercent(),
                swings[Part.ALONE_BEFORE.ordinal()].median(),
                Double.isNaN(withPacer) ? start.remembered().number(WITH_PACER) : withPacer,
                swings[Part.WITHOUT_PACER.ordinal()].median());
    }
}

package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;

/**
 * Breathing low and easily: the belly leads, the out-breath may become longer as far as that is comfortable, and holds,
 * sighs and reverse movement are noticed and said calmly.
 *
 * <p>With two belts the share of the belly and reverse movement are judged, with one only what one belt tells. A pacer
 * runs in phases that name a rate or an in-breath share, at three quarters of the person's own rate but never under the
 * protocol's. The question {@value #COMFORT} after such a phase counts for its share; the most comfortable one is
 * remembered. What is noticed is said for ten seconds and at most once a minute, and never in a phase alone.
 */
final class BreathingSkills implements Exercise {

    static final String COMFORT = "comfort";
    static final String SHARE = "comfortable_inhale_share";

    private static final double REVERSE_DEGREES = 120;
    private static final double TOGETHER_DEGREES = 90;
    private static final double SLOWER = 0.75;
    private static final double USUAL_PER_MINUTE = 10;
    private static final double SAID_SECONDS = 10;
    private static final double BETWEEN_SECONDS = 60;
    private static final double SETTLING_SECONDS = 20;
    private static final int LEAST_BREATHS = 5;
    private static final Set<Modality> BELT = Set.of(Modality.RESP, Modality.RESP2);

    /** Parts of the session whose figures stand beside each other. */
    private enum Part {
        BASELINE,
        ALONE_BEFORE,
        TRIAL,
        ALONE_AFTER;

        private final String id = name().toLowerCase(Locale.ROOT);
    }

    private final Tally reverses = new Tally();
    private final BreathWatch watch = new BreathWatch();
    private final OwnBreath own = new OwnBreath();
    private final PacerEasing easing = new PacerEasing();
    private final MeasureLog[] rates = logs();
    private final MeasureLog[] ratios = logs();
    private final MeasureLog[] bellies = logs();
    private Start start;
    private PacerCell cell;
    private Pacer pacer;
    private int apartMeter;
    private int bellyMeter;
    private Part part;
    private boolean helps;
    private boolean paces;
    private boolean held;
    private boolean masked;
    private boolean reverse;
    private int holdsSeen;
    private int sighsSeen;
    private int readIn;
    private double countFromSeconds;
    private double pacedShare = Double.NaN;
    private double bestShare = Double.NaN;
    private double bestComfort = Double.NEGATIVE_INFINITY;
    private double saidAtSeconds = Double.NEGATIVE_INFINITY;
    private String said = "";

    private static MeasureLog[] logs() {
        MeasureLog[] logs = new MeasureLog[Part.values().length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = new MeasureLog(LEAST_BREATHS);
        }
        return logs;
    }

    @Override
    public String id() {
        return "breathing-skills";
    }

    @Override
    public String name() {
        return "Breathing skills";
    }

    @Override
    public List<Set<Modality>> needs() {
        return List.of(BELT);
    }

    @Override
    public String without() {
        return "the sentences and the pacer lead and no breath is judged";
    }

    @Override
    public void begin(Start with) {
        start = with;
        cell = with.pacer();
        pacer = new Pacer(with.protocol().pacerRatePerMinute(), with.protocol().inhaleShare());
        apartMeter = with.meter("belts_apart");
        bellyMeter = with.meter("belly_share");
    }

    @Override
    public void phase(Phase phase, double tSeconds) {
        own.rests(phase.kind() == PhaseKind.BASELINE);
        helps = phase.kind().trains() || phase.kind() == PhaseKind.PACER_ONLY;
        part = switch (phase.kind()) {
            case BASELINE -> Part.BASELINE;
            case ALONE_BEFORE -> Part.ALONE_BEFORE;
            case FEEDBACK, VEILED, PACER_ONLY -> Part.TRIAL;
            case ALONE_AFTER -> Part.ALONE_AFTER;
            default -> null;
        };
        countFromSeconds = tSeconds + SETTLING_SECONDS;
        boolean named = phase.ratePerMinute() > 0 || phase.inhaleShare() > 0 || phase.kind() == PhaseKind.PACER_ONLY;
        paces = phase.kind().paces() && named && !easing.rests();
        if (paces) {
            pacedShare = share(phase);
            pacer = new Pacer(easing.eased(rate(phase)), pacedShare);
            pacer.start(tSeconds);
        } else if (helps) {
            pacedShare = Double.NaN;
        }
    }

    private double share(Phase phase) {
        double remembered = start.remembered().number(SHARE);
        double share = phase.inhaleShare() > 0
                ? phase.inhaleShare()
                : remembered > 0 ? remembered : start.protocol().inhaleShare();
        return Pacer.limitedShare(share);
    }

    private double rate(Phase phase) {
        if (phase.ratePerMinute() > 0) {
            return phase.ratePerMinute();
        }
        double resting = own.ratePerMinute();
        return Math.max(start.protocol().pacerRatePerMinute(), resting > 0 ? SLOWER * resting : USUAL_PER_MINUTE);
    }

    @Override
    public void phaseEnds(Phase phase, double tSeconds, boolean whole) {
        if (!whole) {
            // an in-breath share that was not tried to its end is not judged
            pacedShare = Double.NaN;
        }
    }

    @Override
    public List<Entries> entries() {
        List<Entries> entries = new ArrayList<>(watch.entries());
        entries.addAll(own.entries());
        entries.addAll(List.of(rates));
        entries.addAll(List.of(ratios));
        entries.addAll(List.of(bellies));
        entries.add(reverses);
        return entries;
    }

    @Override
    public void disturbed(double fromSeconds) {
        watch.interrupt();
    }

    @Override
    public void hold(double tSeconds) {
        held = true;
        watch.interrupt();
        cell.write(false, pacer.ratePerMinute(), pacer.inhaleShare(), pacer.phase(tSeconds));
    }

    @Override
    public void resume(double tSeconds) {
        held = false;
        watch.interrupt();
        countFromSeconds = tSeconds + SETTLING_SECONDS;
        pacer.start(tSeconds);
    }

    @Override
    public void wish(TrainingControl.Wish wish, double tSeconds) {
        switch (wish.kind()) {
            case TOO_FAST -> ease(tSeconds);
            case PACER_RATE -> pacer.change(tSeconds, Pacer.limitedRate(wish.number()), pacer.inhaleShare());
            case INHALE_SHARE -> {
                pacedShare = Pacer.limitedShare(wish.number());
                pacer.change(tSeconds, pacer.ratePerMinute(), pacedShare);
            }
            case RATING -> {
                if (wish.text().equals(COMFORT) && pacedShare > 0 && wish.number() > bestComfort) {
                    bestComfort = wish.number();
                    bestShare = pacedShare;
                }
            }
            default -> {
                // belongs to someone else
            }
        }
    }

    private void ease(double tSeconds) {
        if (!easing.ease(tSeconds)) {
            return;
        }
        paces &= !easing.rests();
        pacer.change(tSeconds, PacerEasing.faster(pacer.ratePerMinute()), pacer.inhaleShare());
        say(tSeconds, paces ? "A little faster now, so that it is easy." : "The pacer rests now. Breathe as you like.");
    }

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        own.breath(inhaleSeconds, endSeconds, depth);
        if (masked) {
            watch.interrupt();
            return;
        }
        watch.breath(inhaleSeconds, endSeconds, depth);
        if (part != null && inhaleSeconds >= countFromSeconds) {
            rates[part.ordinal()].add(60 / (endSeconds - inhaleSeconds));
            ratios[part.ordinal()].add((endSeconds - exhaleSeconds) / (exhaleSeconds - inhaleSeconds));
            readIn = 2;
        }
    }

    @Override
    public void step(double tSeconds, Feedback feedback) {
        boolean running = paces && !held;
        double at = pacer.phase(tSeconds);
        masked = feedback.masked;
        watch.position(tSeconds, masked ? Double.NaN : feedback.breathPosition);
        belts(tSeconds, feedback);
        notice(tSeconds);
        feedback.pacing = running;
        feedback.pacerRatePerMinute = pacer.ratePerMinute();
        feedback.pacerInhaleShare = pacer.inhaleShare();
        feedback.pacerPhase = running ? at : Double.NaN;
        feedback.softer = helps && own.deeperThanAtRest();
        boolean saying = helps && tSeconds - saidAtSeconds < SAID_SECONDS;
        feedback.cue = saying ? said : feedback.softer ? OwnBreath.SOFTER : "";
        cell.write(running, pacer.ratePerMinute(), pacer.inhaleShare(), at);
    }

    private void belts(double tSeconds, Feedback feedback) {
        if (readIn > 0 && --readIn == 0 && part != null && bellyMeter >= 0) {
            bellies[part.ordinal()].add(feedback.meterValues[bellyMeter]);
        }
        double degrees = apartMeter < 0 ? Double.NaN : feedback.meterValues[apartMeter];
        if (degrees > REVERSE_DEGREES && !reverse) {
            reverse = true;
            reverses.add();
            say(tSeconds, "Let the belly rise as the air comes in, softly.");
        } else if (degrees < TOGETHER_DEGREES) {
            reverse = false;
        }
    }

    private void notice(double tSeconds) {
        if (watch.holds() > holdsSeen) {
            say(tSeconds, "There was a pause just now. Let the next breath come by itself.");
        } else if (watch.sighs() > sighsSeen) {
            say(tSeconds, "A sigh is fine. Let the breath settle again.");
        }
        holdsSeen = watch.holds();
        sighsSeen = watch.sighs();
    }

    private void say(double tSeconds, String words) {
        if (tSeconds - saidAtSeconds >= BETWEEN_SECONDS) {
            said = words;
            saidAtSeconds = tSeconds;
        }
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        boolean any = false;
        for (Part one : Part.values()) {
            any |= add(findings, "breathing_rate_" + one.id + "_per_min", rates[one.ordinal()]);
            add(findings, "out_in_ratio_" + one.id, ratios[one.ordinal()]);
            add(findings, "belly_share_" + one.id + "_pct", bellies[one.ordinal()]);
        }
        if (!Double.isNaN(own.ratePerMinute())) {
            findings.add(Finding.kept(PacedBreathing.OWN_RATE, own.ratePerMinute(), ""));
        }
        if (any) {
            findings.add(Finding.of("breath_holds", watch.holds(), ""));
            findings.add(Finding.of("sighs", watch.sighs(), ""));
            if (apartMeter >= 0) {
                findings.add(Finding.of("reverse_movements", reverses.count(), ""));
            }
        } else {
            findings.add(Finding.of("breath_holds", Double.NaN, "The belt gave too few whole breaths to judge."));
        }
        if (bestShare > 0) {
            findings.add(Finding.kept(SHARE, bestShare, ""));
        }
        return findings;
    }

    private static boolean add(List<Finding> findings, String key, MeasureLog log) {
        double median = log.median();
        if (median == median) {
            findings.add(Finding.of(key, median, ""));
        }
        return median == median;
    }
}

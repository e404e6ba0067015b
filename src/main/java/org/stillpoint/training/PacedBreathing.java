package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;

/**
 * Breathing with a pacer: at one rate, or gliding down from the person's own.
 *
 * <p>The own rate and the own depth come from the rest before, or from what is remembered. "Too fast, dizzy", or breaths
 * that do not follow, ease the pacer by one breath a minute and say so; after two easings the pacer rests (following
 * non-compliance trains nothing). While breaths are much deeper than at rest the sentence asks for softer ones.
 * Works without any sensor; then nobody is judged.
 */
final class PacedBreathing implements Exercise {

    static final String OWN_RATE = "own_breathing_rate_per_min";
    static final String COMFORTABLE_RATE = "comfortable_rate_per_min";

    private static final double USUAL_OWN_RATE = 12;
    private static final double WATCHED_SECONDS = 90;
    private static final double FOLLOWED_PERCENT = 35;
    private static final double COMFORTABLE_SECONDS = 60;

    private final OwnBreath own = new OwnBreath();
    private final PacerEasing easing = new PacerEasing();
    private Start start;
    private PacerCell cell;
    private Pacer pacer;
    private Glide glide;
    private int followMeter;
    private boolean wished;
    private boolean paces;
    private boolean heldOff;
    private double pacedSeconds;
    private double calmSeconds;
    private double lastSeconds = Double.NaN;
    private double lastPhase;
    private double comfortablePerMinute = Double.NaN;
    private double comfortableBefore = Double.NaN;
    private String note = "";

    @Override
    public String id() {
        return "paced-breathing";
    }

    @Override
    public String name() {
        return "Paced breathing";
    }

    @Override
    public List<Set<Modality>> needs() {
        return List.of();
    }

    @Override
    public void begin(Start with) {
        start = with;
        cell = with.pacer();
        Protocol protocol = with.protocol();
        pacer = new Pacer(protocol.pacerRatePerMinute(), protocol.inhaleShare());
        pacer.pauses(protocol.pauseFullSeconds(), protocol.pauseEmptySeconds());
        followMeter = with.meter("with_pacer");
    }

    @Override
    public void phase(Phase phase, double tSeconds) {
        boolean before = paces && tSeconds - lastSeconds < 1;
        own.rests(phase.kind() == PhaseKind.BASELINE);
        comfortableBefore = comfortablePerMinute;
        paces = phase.kind().paces() && !easing.rests();
        if (!paces) {
            return;
        }
        if (phase.ratePerMinute() > 0) {
            glide = null;
            pacer.change(tSeconds, easing.eased(phase.ratePerMinute()), pacer.inhaleShare());
        } else if (start.protocol().glide() && glide == null && !wished) {
            comeDown(tSeconds);
        }
        if (phase.inhaleShare() > 0) {
            pacer.change(tSeconds, pacer.ratePerMinute(), phase.inhaleShare());
        }
        if (!before) {
            pacer.start(tSeconds);
            lastPhase = 0;
        }
        calmSeconds = 0;
    }

    private void comeDown(double tSeconds) {
        double from = start.remembered().number(COMFORTABLE_RATE);
        if (Double.isNaN(from)) {
            from = Double.isNaN(own.ratePerMinute()) ? USUAL_OWN_RATE : own.ratePerMinute();
        }
        double available = start.protocol().phases().stream()
                .filter(phase -> phase.kind().paces())
                .mapToDouble(Phase::seconds)
                .sum();
        double target = start.protocol().pacerRatePerMinute();
        glide = new Glide(from, target, available);
        pacer.change(tSeconds, glide.ratePerMinute(0), pacer.inhaleShare());
        if (glide.toPerMinute() > target + 0.05) {
            note = String.format(
                    java.util.Locale.ROOT,
                    "In this time the pacer comes down to %.1f a minute; %.1f would take %.0f minutes.",
                    glide.toPerMinute(),
                    target,
                    Math.ceil(Glide.seconds(from, target) / 60 - 0.01));
        }
    }

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        own.breath(inhaleSeconds, endSeconds, depth);
    }

    @Override
    public void phaseEnds(Phase phase, double tSeconds, boolean whole) {
        if (!whole) {
            comfortablePerMinute = comfortableBefore;
        }
    }

    @Override
    public List<Entries> entries() {
        return own.entries();
    }

    @Override
    public void hold(double tSeconds) {
        heldOff = true;
        cell.write(false, pacer.ratePerMinute(), pacer.inhaleEndPhase(), pacer.phase(tSeconds));
    }

    @Override
    public void resume(double tSeconds) {
        heldOff = false;
        lastSeconds = Double.NaN;
        lastPhase = 0;
        pacer.start(tSeconds);
    }

    @Override
    public void wish(TrainingControl.Wish wish, double tSeconds) {
        switch (wish.kind()) {
            case PACER_RATE -> {
                wished = true;
                glide = null;
                pacer.change(tSeconds, Pacer.limitedRate(wish.number()), pacer.inhaleShare());
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
        calmSeconds = 0;
        glide = null;
        wished = true;
        if (easing.rests()) {
            paces = false;
        } else {
            pacer.change(tSeconds, PacerEasing.faster(pacer.ratePerMinute()), pacer.inhaleShare());
        }
    }

    @Override
    public void step(double tSeconds, Feedback feedback) {
        boolean running = paces && !heldOff;
        double phase = pacer.phase(tSeconds);
        if (running) {
            run(tSeconds, phase, feedback);
            phase = pacer.phase(tSeconds);
            running = paces;
        }
        lastSeconds = tSeconds;
        lastPhase = phase;
        feedback.pacing = running;
        feedback.pacerRatePerMinute = pacer.ratePerMinute();
        feedback.pacerInhaleShare = pacer.inhaleEndPhase();
        feedback.pacerPauseFullShare = pacer.pauseFullShare();
        feedback.pacerPauseEmptyShare = pacer.pauseEmptyShare();
        feedback.pacerPhase = running ? phase : Double.NaN;
        feedback.softer = running && own.deeperThanAtRest();
        feedback.cue = easing.telling(tSeconds) ? easing.words() : feedback.softer ? OwnBreath.SOFTER : "";
        if (!note.isEmpty()) {
            feedback.note = note;
        }
        cell.write(running, pacer.ratePerMinute(), pacer.inhaleEndPhase(), phase);
    }

    private void run(double tSeconds, double phase, Feedback feedback) {
        double passed = lastSeconds == lastSeconds ? tSeconds - lastSeconds : 0;
        pacedSeconds += passed;
        calmSeconds += passed;
        if (glide != null && phase < lastPhase) {
            pacer.glide(tSeconds, glide.ratePerMinute(pacedSeconds));
        }
        if (calmSeconds >= COMFORTABLE_SECONDS && followed(feedback)) {
            comfortablePerMinute = pacer.ratePerMinute();
        }
        if (calmSeconds >= WATCHED_SECONDS
                && followMeter >= 0
                && feedback.meterValues[followMeter] < FOLLOWED_PERCENT) {
            ease(tSeconds);
        }
    }

    /** Whether the breath is seen to go along: a rate that nobody may have breathed is not known to be comfortable. */
    private boolean followed(Feedback feedback) {
        return followMeter >= 0 && feedback.meterValues[followMeter] >= FOLLOWED_PERCENT;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (!Double.isNaN(own.ratePerMinute())) {
            findings.add(Finding.kept(OWN_RATE, own.ratePerMinute(), ""));
        }
        if (!Double.isNaN(comfortablePerMinute)) {
            findings.add(Finding.kept(COMFORTABLE_RATE, comfortablePerMinute, ""));
        }
        if (easing.easings() > 0) {
            findings.add(Finding.of("pacer_eased", easing.easings(), ""));
        }
        return findings;
    }
}

package org.stillpoint.training;

import org.stillpoint.signal.PacerCell;

/**
 * Breathing with a pacer; rate and ratio may change while it runs.
 *
 * <p>"Too fast, dizzy" eases the pacer by one breath a minute towards the person's own rate; after two easings
 * the pacer rests (PRACTICE 3.9: it eases once and says so; following non-compliance trains nothing).
 */
final class PacedBreathing implements Exercise {

    private static final double EASING_PER_MINUTE = 1.0;
    private static final int EASINGS = 2;

    private PacerCell cell;
    private Pacer pacer;
    private boolean paces;
    private boolean heldOff;
    private double heldPhase;
    private int easings;

    @Override
    public String id() {
        return "paced-breathing";
    }

    @Override
    public String name() {
        return "Paced breathing";
    }

    @Override
    public void begin(Start start) {
        cell = start.pacer();
        pacer = new Pacer(
                start.protocol().pacerRatePerMinute(), start.protocol().inhaleShare());
    }

    @Override
    public void phase(Phase phase, double tSeconds) {
        boolean before = paces;
        paces = phase.kind().paces() && easings < EASINGS;
        if (paces && !before) {
            pacer.start(tSeconds);
        }
    }

    @Override
    public void hold(double tSeconds) {
        heldPhase = pacer.phase(tSeconds);
        heldOff = true;
        cell.write(false, pacer.ratePerMinute(), pacer.inhaleShare(), heldPhase);
    }

    @Override
    public void resume(double tSeconds) {
        heldOff = false;
        pacer.start(tSeconds);
    }

    @Override
    public void wish(TrainingControl.Wish wish, double tSeconds) {
        switch (wish.kind()) {
            case PACER_RATE -> change(tSeconds, wish.number(), pacer.inhaleShare());
            case INHALE_SHARE -> change(tSeconds, pacer.ratePerMinute(), wish.number());
            case TOO_FAST -> ease(tSeconds);
            default -> {
                // belongs to someone else
            }
        }
    }

    private void ease(double tSeconds) {
        easings++;
        if (easings >= EASINGS) {
            paces = false;
        } else {
            change(tSeconds, pacer.ratePerMinute() + EASING_PER_MINUTE, pacer.inhaleShare());
        }
    }

    private void change(double tSeconds, double ratePerMinute, double inhaleShare) {
        pacer.change(
                tSeconds,
                Math.max(Pacer.MIN_RATE_PER_MINUTE, Math.min(Pacer.MAX_RATE_PER_MINUTE, ratePerMinute)),
                Math.max(Pacer.MIN_INHALE_SHARE, Math.min(Pacer.MAX_INHALE_SHARE, inhaleShare)));
    }

    @Override
    public void step(double tSeconds, Feedback feedback) {
        boolean running = paces && !heldOff;
        double phase = pacer.phase(tSeconds);
        feedback.pacing = running;
        feedback.pacerRatePerMinute = pacer.ratePerMinute();
        feedback.pacerInhaleShare = pacer.inhaleShare();
        feedback.pacerPhase = running ? phase : Double.NaN;
        cell.write(running, pacer.ratePerMinute(), pacer.inhaleShare(), phase);
    }
}

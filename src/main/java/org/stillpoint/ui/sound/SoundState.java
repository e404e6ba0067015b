package org.stillpoint.ui.sound;

import org.stillpoint.training.Feedback;

/**
 * What the voices have to sound like at the first sample of a block. Reused; one thread.
 *
 * <p>A pacer that does not run has NaN as its phase. {@code tension} is NaN while it cannot be read or must not be heard.
 */
final class SoundState {

    /** Where the pacer is at the block's first sample as it is heard, 0 … 1. */
    double pacerPhase = Double.NaN;

    double pacerRatePerMinute = 6;
    double inhaleEndPhase = 0.45;
    double pauseFullShare;
    double pauseEmptyShare;
    /** How far the muscle is above (positive) or below its goal, as a share of the goal; NaN = unknown. */
    double tension = Double.NaN;
    /** Whether there is something to be quietly glad of. */
    boolean rewarded;

    /**
     * Takes over the newest feedback.
     *
     * @param aheadSeconds how much later than that feedback the block will be heard: the pacer is known in advance
     */
    void take(Feedback newest, double aheadSeconds) {
        boolean running = newest.state() == Feedback.State.RUNNING;
        pacerPhase = Double.NaN;
        if (running && newest.pacing()) {
            double phase = newest.pacerPhase() + aheadSeconds * newest.pacerRatePerMinute() / 60;
            pacerPhase = phase - Math.floor(phase);
            pacerRatePerMinute = newest.pacerRatePerMinute();
            inhaleEndPhase = newest.pacerInhaleShare();
            pauseFullShare = newest.pacerPauseFullShare();
            pauseEmptyShare = newest.pacerPauseEmptyShare();
        }
        boolean heard = running && !newest.veiled() && !newest.masked();
        double goal = newest.thresholdMicrovolts();
        tension = heard && goal > 0 ? (newest.muscleMicrovolts() - goal) / Math.max(1, goal) : Double.NaN;
        rewarded = heard && newest.rewarded() && !newest.softer();
    }
}

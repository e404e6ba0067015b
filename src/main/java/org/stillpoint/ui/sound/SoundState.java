package org.stillpoint.ui.sound;

import org.stillpoint.training.Effort;
import org.stillpoint.training.Feedback;

/**
 * What the voices have to sound like at the first sample of a block. Reused; one thread.
 *
 * <p>A pacer that does not run has NaN as its phase. {@code tension} is NaN while it cannot be read or must not be heard.
 * Before there is a goal it is told by the level alone, in equal steps for equal ratios: 0 at 1 µV, 1 at 20.
 */
final class SoundState {

    private static final double LOUDEST_MICROVOLTS = 20;

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
    /** Whether the session runs: neither held nor over. */
    boolean runs;
    /** Place in the protocol's phases. */
    int phase;
    /** What is asked of the muscle. */
    Effort effort = Effort.NOTHING;
    /** The script's own sound file; empty = none. */
    String audio = "";
    /** Where in it the script is. */
    double audioSeconds;

    /**
     * Takes over the newest feedback.
     *
     * @param aheadSeconds how much later than that feedback the block will be heard: the pacer is known in advance
     * @param shown whether the phase shows the patient the own signals
     */
    void take(Feedback newest, double aheadSeconds, boolean shown) {
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
        tension = heard ? tension(newest, shown) : Double.NaN;
        runs = running;
        phase = newest.phaseIndex();
        effort = newest.effort();
        audio = newest.audio();
        audioSeconds = newest.audioSeconds();
        rewarded = heard && newest.rewarded() && !newest.softer();
    }

    private static double tension(Feedback newest, boolean shown) {
        double goal = newest.thresholdMicrovolts();
        boolean told = goal > 0 || shown;
        if (told && newest.trainedAtLimit()) {
            return 0;
        }
        return goal > 0
                ? (newest.trainedMicrovolts() - goal) / Math.max(1, goal)
                : shown ? Math.log(newest.trainedMicrovolts()) / Math.log(LOUDEST_MICROVOLTS) : Double.NaN;
    }
}

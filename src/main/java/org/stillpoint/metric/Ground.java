package org.stillpoint.metric;

import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Unit;

/**
 * What a measure stands on: the channel, its rate and the window that was chosen for muscle feedback.
 *
 * @param channel the channel
 * @param rateHz its samples a second
 * @param emgWindowSeconds window of the muscle's feedback value
 * @param restMicrovolts chosen level under which a muscle counts as resting; NaN = none chosen
 * @param heart whether the session has a heart
 * @param partner the second channel that it needs; null = none
 * @param bandChoice the muscles' band that was chosen
 */
public record Ground(
        Channel channel,
        double rateHz,
        double emgWindowSeconds,
        double restMicrovolts,
        boolean heart,
        Ground partner,
        MuscleBand bandChoice) {

    /** In the wide band. */
    public Ground(
            Channel channel,
            double rateHz,
            double emgWindowSeconds,
            double restMicrovolts,
            boolean heart,
            Ground partner) {
        this(channel, rateHz, emgWindowSeconds, restMicrovolts, heart, partner, MuscleBand.WIDE);
    }

    /** A channel alone. */
    public Ground(Channel channel, double rateHz, double emgWindowSeconds) {
        this(channel, rateHz, emgWindowSeconds, Double.NaN, false, null);
    }

    /** Least reading in µV that says something of the muscle; NaN where the channel is not a voltage. */
    double leastMicrovolts() {
        return channel.noise().least() * channel.unit().factorTo(Unit.MICROVOLT);
    }

    /** Noise floor of the front end in µV, or its step where that is coarser; 0 where neither is known. */
    double floorMicrovolts() {
        double least = leastMicrovolts();
        return least > 0 ? least / 2 : 0;
    }

    /** Level under which the muscle rests: the larger of three noise floors and the level chosen; NaN without either. */
    double restLevelMicrovolts() {
        if (!band().known()) {
            // an envelope in sensor units has nothing to do with µV
            return Double.NaN;
        }
        double level = Math.max(3 * floorMicrovolts(), restMicrovolts > 0 ? restMicrovolts : 0);
        return level > 0 ? level : Double.NaN;
    }

    EmgBand band() {
        return EmgBand.of(channel, rateHz, bandChoice);
    }
}

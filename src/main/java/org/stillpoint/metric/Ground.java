package org.stillpoint.metric;

import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Unit;

/**
 * What a measure stands on: the channel, its rate and the window that was chosen for muscle feedback.
 *
 * @param channel the channel
 * @param rateHz its samples a second
 * @param emgWindowSeconds window of the muscle's feedback value
 */
public record Ground(Channel channel, double rateHz, double emgWindowSeconds) {

    /** Least reading in µV that says something of the muscle; NaN where the channel is not a voltage. */
    double leastMicrovolts() {
        return channel.noise().least() * channel.unit().factorTo(Unit.MICROVOLT);
    }

    EmgBand band() {
        return EmgBand.of(channel, rateHz);
    }
}

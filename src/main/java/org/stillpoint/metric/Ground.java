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

    /** Noise floor in µV; NaN where it is not known or the channel is not a voltage. */
    double floorMicrovolts() {
        return channel.noise().floor() * channel.unit().factorTo(Unit.MICROVOLT);
    }

    EmgBand band() {
        return EmgBand.of(channel, rateHz);
    }
}

package org.stillpoint.metric;

import java.util.Locale;
import org.stillpoint.signal.Biquad;
import org.stillpoint.signal.BiquadCascade;
import org.stillpoint.signal.Butterworth;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Unit;

/**
 * The band in which a muscle is measured: 20 to 500 Hz, or 100 to 200 Hz where that was chosen, where rate and front end
 * allow; else what they leave of 20 to 500 Hz, and the name says so. Values of different bands are never compared.
 *
 * @param lowHz lower edge; NaN when the channel is an envelope without a band
 * @param highHz upper edge
 * @param limited whether the device and not the choice sets the upper edge
 */
record EmgBand(double lowHz, double highHz, boolean limited) {

    static final EmgBand NONE = new EmgBand(Double.NaN, Double.NaN, false);

    static EmgBand of(Channel channel, double rateHz, MuscleBand choice) {
        double low = Math.max(choice.lowHz(), number(channel.noise().bandLowHz(), 0));
        double front = number(channel.noise().bandHighHz(), Double.MAX_VALUE);
        double sampled = rateHz >= 1000 ? 500 : front < rateHz / 2 ? 0.46 * rateHz : 0.4 * rateHz;
        double high = Math.min(choice.highHz(), Math.min(front, sampled));
        if (choice == MuscleBand.NARROW && high < choice.highHz()) {
            // half of the narrow band is no band that others use: the wide one as far as it goes, and the name says so
            return of(channel, rateHz, MuscleBand.WIDE);
        }
        if (!(channel.unit().factorTo(Unit.MICROVOLT) > 0) || high < low + 20) {
            return NONE;
        }
        return new EmgBand(low, high, high < choice.highHz());
    }

    private static double number(double value, double otherwise) {
        return value == value ? value : otherwise;
    }

    boolean known() {
        return lowHz == lowHz;
    }

    /** For instance {@code 20-115 Hz, device-limited}; empty for an envelope. */
    String words() {
        return known()
                ? String.format(Locale.ROOT, "%.0f-%.0f Hz%s", lowHz, highHz, limited ? ", device-limited" : "")
                : "";
    }

    /** High-pass of order 4, low-pass where half the rate lies well above the edge. */
    BiquadCascade highPass(double rateHz) {
        return known() ? Butterworth.highPass(4, lowHz, rateHz) : new BiquadCascade();
    }

    BiquadCascade lowPass(double rateHz) {
        return known() && highHz < 0.45 * rateHz
                ? Butterworth.lowPass(4, highHz, rateHz)
                : new BiquadCascade(new Biquad[0]);
    }
}

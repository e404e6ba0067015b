package org.stillpoint.metric;

import org.stillpoint.signal.BiquadCascade;
import org.stillpoint.signal.BurstDetector;
import org.stillpoint.signal.BurstEvent;
import org.stillpoint.signal.MovingRms;
import org.stillpoint.signal.Notch;
import org.stillpoint.signal.Quality;
import org.stillpoint.signal.Unit;

/** A muscle: its band, the mains taken out, RMS in µV, contractions. An envelope in sensor units passes as it is. */
final class MuscleChain implements Chain {

    private final double rateHz;
    private final double factor;
    private final EmgBand band;
    private final BiquadCascade highPass;
    private final BiquadCascade lowPass;
    private final BiquadCascade notch;
    private final BiquadCascade bluntNotch;
    private final MovingRms rms;
    private final BurstDetector bursts;
    private double filtered = Double.NaN;
    private double level = Double.NaN;
    private double eventSeconds = Double.NaN;
    private double eventValue = Double.NaN;
    private long settled;
    private boolean begun;

    MuscleChain(Ground ground, double mainsHz) {
        rateHz = ground.rateHz();
        band = ground.band();
        factor = band.known() ? ground.channel().unit().factorTo(Unit.MICROVOLT) : 1;
        highPass = band.highPass(rateHz);
        lowPass = band.lowPass(rateHz);
        notch = band.known() ? Notch.mains(mainsHz, 10, rateHz) : new BiquadCascade();
        // for contractions: a sharp notch rings after each heart beat in a trunk muscle and looks like one
        bluntNotch = band.known() ? Notch.mains(mainsHz, 3, rateHz) : new BiquadCascade();
        rms = new MovingRms(Math.max(1, (int) Math.round(ground.emgWindowSeconds() * rateHz)));
        bursts = band.known() && rateHz >= 100 ? new BurstDetector(rateHz) : null;
    }

    @Override
    public Event step(double value, Quality quality, double tSeconds) {
        if (!Double.isFinite(value)) {
            filtered = Double.NaN;
            return burst(Double.NaN, tSeconds);
        }
        double microvolts = value * factor;
        if (!begun) {
            highPass.settle(microvolts);
            begun = true;
        }
        double banded = lowPass.step(highPass.step(microvolts));
        double out = notch.step(banded);
        double blunt = bluntNotch.step(banded);
        // the filters' first tenths of a second are theirs, not the muscle's
        boolean ready = ++settled > 0.2 * rateHz || !band.known();
        boolean usable = ready && quality.usable() || quality == Quality.SETTLING && ready;
        filtered = usable ? out : Double.NaN;
        double newest = rms.step(filtered);
        level = usable ? newest : Double.NaN;
        return burst(usable ? blunt : Double.NaN, tSeconds);
    }

    private Event burst(double value, double tSeconds) {
        if (bursts == null) {
            return Event.NONE;
        }
        BurstEvent found = bursts.step(value);
        if (found == BurstEvent.NONE) {
            return Event.NONE;
        }
        boolean on = found == BurstEvent.ON;
        double sample = on ? bursts.onsetSample() : bursts.endSample();
        eventSeconds = tSeconds - (bursts.samples() - 1 - sample) / rateHz;
        eventValue = on ? Double.NaN : bursts.peak();
        return on ? Event.BURST_ON : Event.BURST_OFF;
    }

    @Override
    public double eventSeconds() {
        return eventSeconds;
    }

    @Override
    public double eventValue() {
        return eventValue;
    }

    @Override
    public double level() {
        return level;
    }

    @Override
    public double filtered() {
        return filtered;
    }
}

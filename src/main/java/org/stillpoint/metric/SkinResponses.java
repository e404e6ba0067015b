package org.stillpoint.metric;

import org.stillpoint.signal.Biquad;
import org.stillpoint.signal.BiquadCascade;
import org.stillpoint.signal.Butterworth;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Unit;

/**
 * Skin conductance responses a minute: rises of at least 0.05 µS from a low to the next high within five seconds, of the
 * signal under 1 Hz.
 *
 * <p>In: values of one channel in µS. Out: a count over the last minute; absent until a minute has come, when half a second
 * had no usable value, and for a channel whose unit is not µS, because the least rise is a number of µS.
 *
 * <p>Source of the least rise: Boucsein et al., Psychophysiology 49 (2012) 1017-1034.
 */
final class SkinResponses implements Meter {

    static final double WINDOW_SECONDS = 60;

    private static final double LEAST_RISE = 0.05;
    private static final double LONGEST_RISE_SECONDS = 5;
    private static final double CUTOFF_HZ = 1;
    private static final double MISSING_SECONDS = 0.5;

    private final boolean known;
    private final double rateHz;
    private final BiquadCascade smooth;
    private final RecentCount responses = new RecentCount(WINDOW_SECONDS);
    private double since = Double.NaN;
    private double newest = Double.NaN;
    private double usable = Double.NaN;
    private double low = Double.NaN;
    private double lowAt = Double.NaN;
    private double before = Double.NaN;
    private boolean rising;

    private SkinResponses(Ground ground) {
        known = ground.channel().unit() == Unit.MICROSIEMENS;
        rateHz = ground.rateHz();
        smooth = rateHz > 4 * CUTOFF_HZ ? Butterworth.lowPass(2, CUTOFF_HZ, rateHz) : new BiquadCascade(new Biquad[0]);
    }

    static Measure measure() {
        return new SkinKind(
                "skin_responses",
                ", responses",
                "/min",
                Measure.Source.CONDUCTANCE,
                Modality.EDA,
                WINDOW_SECONDS,
                SkinResponses::new);
    }

    @Override
    public void step(double sample, double tSeconds) {
        newest = tSeconds;
        if (!Double.isFinite(sample)) {
            return;
        }
        if (!(tSeconds - usable <= MISSING_SECONDS + 2 / rateHz)) {
            smooth.settle(sample);
            since = tSeconds;
            before = Double.NaN;
            rising = false;
            responses.clear();
        }
        usable = tSeconds;
        double value = smooth.step(sample);
        if (value > before && !rising) {
            rising = true;
            low = before;
            lowAt = tSeconds;
        } else if (value < before && rising) {
            rising = false;
            if (before - low >= LEAST_RISE && tSeconds - lowAt <= LONGEST_RISE_SECONDS) {
                responses.add(tSeconds);
            }
        }
        before = value;
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? responses.count(newest) : Double.NaN;
    }

    @Override
    public Absence reason() {
        if (!known) {
            return Absence.NO_REFERENCE;
        }
        if (newest - usable > MISSING_SECONDS) {
            return Absence.ARTEFACTS;
        }
        return newest - since >= WINDOW_SECONDS ? Absence.NONE : Absence.NOT_ENOUGH_YET;
    }

    @Override
    public void reset() {
        smooth.reset();
        responses.clear();
        since = Double.NaN;
        newest = Double.NaN;
        usable = Double.NaN;
        before = Double.NaN;
        rising = false;
    }
}

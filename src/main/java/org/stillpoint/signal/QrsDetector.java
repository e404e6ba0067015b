package org.stillpoint.signal;

import java.util.Arrays;

/**
 * Finds the R waves of an ECG as they come.
 *
 * <p>In: one value a sample in any unit and of either polarity; NaN is a sample without a value. Out: {@code true} when a
 * beat is announced, about 0.2 s after its R wave; {@link #beatSample} then tells where it was, between samples. Nothing
 * is announced in the first two seconds, which teach the levels, nor over a stretch without values. One instance a
 * channel, one thread, no allocation in {@link #step}.
 *
 * <p>Band-pass, slope, energy over a window as long as a QRS, levels of signal and noise that follow the beats, a second
 * look at half the threshold when a beat is overdue, a stricter one for the unlike when the signal is restless: after Pan
 * and Tompkins, IEEE Trans. Biomed. Eng. 32 (1985) 230-236, and Hamilton and Tompkins, 33 (1986) 1157-1165. The square
 * root of the energy keeps one wide beat from blinding it. Where electrodes move (the baseline swings more than it did,
 * and the band of the QRS is restless), beats whose form is well known by then are looked for by it ({@link KnownQrs}).
 * What is far steeper than the person's own beats is a pop, not a beat ({@link ElectrodePop}).
 */
public final class QrsDetector {

    private static final double LOW_HZ = 7.5;
    private static final double HIGH_HZ = 18;
    /** Between a fiftieth and a sixtieth: mains of either kind falls out. */
    private static final double SLOPE_SECONDS = 0.018;

    private static final double ENERGY_SECONDS = 0.13;
    private static final double LEARN_SECONDS = 2;
    private static final double REFRACTORY_SECONDS = 0.2;
    private static final double T_WAVE_SECONDS = 0.36;
    private static final double CONFIRM_SECONDS = 0.16;
    private static final double FALLEN = 0.5;
    private static final double CLEAR = 0.6;
    private static final double CLEAR_FALLEN = 0.55;
    private static final double THRESHOLD = 0.45;
    private static final double QUIET = 0.05;
    private static final double POOR = 0.11;
    private static final double EASE = 0.2;
    private static final double UNLIKE_RAISE = 2.5;
    private static final double T_SLOPE = 0.5;
    private static final double BACK = 0.5;
    private static final double OVERDUE = 1.5;
    private static final double SURE = 0.85;
    private static final double DUE = 0.7;
    private static final double UNQUIET = 0.09;
    private static final double WILD = 0.11;
    private static final double STAND_OUT = 2;
    // how far the swing between the beats has grown, and how restless it must be beside: either alone may be a rhythm
    private static final double SWING_LEAST = 1.4;
    private static final double SWING_REST = 0.085;
    private static final double SWING_POOR_REST = 0.075;
    private static final double SWING_LEARN = 1.4;
    private static final double SWING_UNQUIET = 1.5;
    private static final double SWING_WILD = 2.5;
    private static final double SWING_POOR = 1.5;
    private static final double FORGET_SECONDS = 5;
    private static final double SKIPPED_MEMORY = 0.25;
    private static final double SKIPPED_MOST = 0.5;

    private final double rateHz;
    private final BiquadCascade band;
    private final double[] bandRing;
    private final MovingRms energy;
    private final int energyDelay;
    private final RWave wave;
    private final QrsShape shape;
    private final int shapeDelay;
    private final KnownQrs known;
    private final BeatForms forms;
    private final RecentMedian signalPeaks = new RecentMedian(8);
    private final RecentMedian noisePeaks = new RecentMedian(8);
    private final RecentMedian intervals = new RecentMedian(8);
    private final RecentMedian unrest = new RecentMedian(20);
    private final RecentMedian lately = new RecentMedian(7);
    private final RecentMedian calm = new RecentMedian(60);
    private final BaselineSwing swing;
    private final ElectrodePop pop;

    private long samples;
    private long silent;
    private double peak;
    private double peakSlope;
    private long peakAt;
    private double valley;
    private boolean rising;
    private double slopeNow;
    private double learnedPeak;
    private double learnedSum;
    private boolean learned;
    private long lastEnergyAt = Long.MIN_VALUE / 4;
    private double lastSlope;
    private double missedPeak;
    private double missedSlope;
    private long missedAt;
    private double beatSample = Double.NaN;
    private BeatShape beatShape = BeatShape.UNKNOWN;
    private double lastBeatSample = Double.NaN;
    private long lastDecay;
    private boolean searching;
    private long searchedFrom;
    private double skipped;

    /** @throws IllegalArgumentException if the rate is too low for the band of a QRS (under 50 Hz) */
    public QrsDetector(double rateHz) {
        SampleRate.check("an ECG", rateHz, 50);
        this.rateHz = rateHz;
        band = Butterworth.bandPass(2, LOW_HZ, HIGH_HZ, rateHz);
        bandRing = new double[Math.max(1, (int) Math.round(SLOPE_SECONDS * rateHz))];
        int window = Math.max(2, (int) Math.round(ENERGY_SECONDS * rateHz));
        energy = new MovingRms(window);
        energyDelay = (int) Math.round(band.delaySeconds(11, rateHz) * rateHz + bandRing.length / 2.0 + window / 2.0);
        wave = new RWave(rateHz);
        shape = new QrsShape(rateHz);
        known = new KnownQrs(rateHz);
        forms = new BeatForms(rateHz);
        swing = new BaselineSwing(rateHz);
        pop = new ElectrodePop(rateHz);
        shapeDelay = (int) Math.round(bandRing.length / 2.0 + window / 2.0);
    }

    /** Takes one value; true when a beat is announced on this sample. */
    public boolean step(double value) {
        long now = samples++;
        if (!Double.isFinite(value)) {
            silent++;
            wave.skip();
            shape.step(0);
            known.skip();
            forms.skip();
            pop.step(Double.NaN);
            return false;
        }
        if (now == silent || silent > 0.2 * rateHz) {
            // the first value, or the first after a gap: no step into the filters
            restart(value, now);
        }
        silent = 0;
        wave.step(value);
        known.step(value);
        forms.step(value);
        pop.step(value);
        double filtered = band.step(value);
        shape.step(filtered);
        int slot = (int) (now % bandRing.length);
        double slope = filtered - bandRing[slot];
        bandRing[slot] = filtered;
        double level = energy.step(slope);
        if (level != level) {
            return false;
        }
        slopeNow = Math.max(Math.abs(slope), slopeNow * 0.9);
        if (!learned) {
            learn(level, now);
            return false;
        }
        swing.step(value, signalPeaks.median());
        boolean ended = follow(level, Math.abs(slope), now);
        if (known.known() && stirred()) {
            return search(now);
        }
        searching = false;
        return ended && judge(now) || overdue(now);
    }

    private void restart(double value, long now) {
        swing.settle(value);
        band.settle(value);
        Arrays.fill(bandRing, 0);
        wave.settle(value);
        known.settle(value);
        forms.settle(value);
        searching = false;
        rising = false;
        valley = Double.MAX_VALUE;
        peak = 0;
        lastEnergyAt = now - (long) (REFRACTORY_SECONDS * rateHz);
        lastBeatSample = Double.NaN;
        missedPeak = 0;
    }

    private void learn(double level, long now) {
        learnedPeak = Math.max(learnedPeak, level);
        learnedSum += level;
        if (now >= LEARN_SECONDS * rateHz) {
            learned = true;
            signalPeaks.add(0.7 * learnedPeak);
            noisePeaks.add(Math.min(0.25 * learnedPeak, learnedSum / (LEARN_SECONDS * rateHz) / 2));
            lastEnergyAt = now - (long) (REFRACTORY_SECONDS * rateHz);
        }
    }

    private double threshold() {
        double noise = noisePeaks.median();
        return noise + THRESHOLD * Math.max(0, signalPeaks.median() - noise);
    }

    /** True when a peak of the energy has ended. */
    private boolean follow(double level, double slope, long now) {
        if (!rising) {
            valley = Math.min(valley, level);
            if (level > 1.3 * valley && level > 0) {
                rising = true;
                double share = valley / Math.max(signalPeaks.median(), Double.MIN_NORMAL);
                unrest.add(share);
                lately.add(share);
                if (!searching && restless() < POOR) {
                    calm.add(share);
                }
                peak = level;
                peakAt = now;
                peakSlope = slope;
            }
            return false;
        }
        if (level > peak) {
            peak = level;
            peakAt = now;
        }
        peakSlope = Math.max(peakSlope, slope);
        // a peak as high as the others needs no long look
        double fallen = peak > CLEAR * signalPeaks.median() ? CLEAR_FALLEN : FALLEN;
        if (level > fallen * peak && now - peakAt < CONFIRM_SECONDS * rateHz) {
            return false;
        }
        rising = false;
        valley = level;
        return true;
    }

    private boolean judge(long now) {
        double since = (peakAt - lastEnergyAt) / rateHz;
        if (since < REFRACTORY_SECONDS) {
            return false;
        }
        if (pop.at(peakAt - energyDelay)) {
            return false;
        }
        boolean tWave = since < T_WAVE_SECONDS && peakSlope < T_SLOPE * lastSlope;
        double like = shape.likeness(peakAt - shapeDelay);
        double noise = Math.min(1, Math.max(0, unrest.median() - QUIET) / (POOR - QUIET));
        if (peak > threshold() * (1 + noise * (UNLIKE_RAISE * (1 - like) - EASE)) && !tWave) {
            signalPeaks.add(peak);
            shape.learn(peakAt - shapeDelay);
            pop.learn(peakAt - energyDelay);
            boolean found = accept(peakAt, peakSlope, now);
            if (found && restless() < POOR && (swing.grown() < SWING_LEARN || restless() < SWING_REST)) {
                known.learn(beatSample);
            }
            return found;
        }
        double usual = intervals.count() < 4 ? Double.NaN : intervals.median();
        if (!tWave && like > SURE && noise == 0 && peakAt - lastEnergyAt > DUE * usual && peak > BACK * threshold()) {
            signalPeaks.add(peak);
            shape.learn(peakAt - shapeDelay);
            return accept(peakAt, peakSlope, now);
        }
        noisePeaks.add(peak);
        if (!tWave && peak > missedPeak) {
            missedPeak = peak;
            missedSlope = peakSlope;
            missedAt = peakAt;
        }
        return false;
    }

    /** More restless than any clean signal, and than this one was before. */
    private boolean stirred() {
        double now = restless();
        double swinging = swing.grown();
        boolean strange = searching || known.strange();
        boolean form = now > STAND_OUT * calm.median() && (now > WILD || now > UNQUIET && strange);
        boolean swung = now > SWING_REST && (swinging > SWING_WILD || swinging > SWING_UNQUIET && strange);
        return swinging > SWING_LEAST && form || swung;
    }

    private double restless() {
        return Math.max(lately.median(), unrest.median());
    }

    /** Goes by the known beat instead of the energy; finds it nothing for long, the beats have become others. */
    private boolean search(long now) {
        if (!searching) {
            searching = true;
            skipped = 0;
            searchedFrom = now;
            known.begin();
        }
        double usual = intervals.count() == 0 ? rateHz : intervals.median();
        if (known.look(lastBeatSample, usual)) {
            double at = known.place();
            double since = at - lastBeatSample;
            skipped += SKIPPED_MEMORY * ((since > 1.7 * usual ? 1 : 0) - skipped);
            if (skipped > SKIPPED_MOST) {
                known.forget();
            }
            if (since > 0.6 * usual && since < 1.5 * usual) {
                intervals.add(since);
            }
            lastEnergyAt = Math.round(at) + energyDelay;
            lastDecay = now;
            missedPeak = 0;
            lastBeatSample = at;
            beatSample = at;
            beatShape = BeatShape.UNKNOWN;
            forms.look(at);
            return true;
        }
        if (now - Math.max(lastEnergyAt, searchedFrom) > Math.max(FORGET_SECONDS * rateHz, 4 * usual)) {
            known.forget();
        }
        return false;
    }

    private boolean overdue(long now) {
        double usual = intervals.count() == 0 ? rateHz : intervals.median();
        double waited = now - lastEnergyAt - 0.5 * CONFIRM_SECONDS * rateHz;
        if (waited > OVERDUE * usual && missedPeak > BACK * threshold()) {
            signalPeaks.add(missedPeak);
            shape.likeness(missedAt - shapeDelay);
            shape.learn(missedAt - shapeDelay);
            return accept(missedAt, missedSlope, now);
        }
        if (waited > Math.max(2.5 * usual, 2 * rateHz) && now - lastDecay > rateHz) {
            signalPeaks.scale(0.8);
            noisePeaks.scale(0.9);
            lastDecay = now;
        }
        return false;
    }

    private boolean accept(long energyAt, double slope, long now) {
        lastEnergyAt = energyAt;
        lastSlope = slope;
        missedPeak = 0;
        lastDecay = now;
        double at = wave.locate(energyAt - energyDelay);
        if (!(at > lastBeatSample) && lastBeatSample == lastBeatSample) {
            return false;
        }
        double usual = intervals.count() < 4 ? Double.NaN : intervals.median();
        long place = forms.look(at);
        beatShape = poor() ? BeatShape.UNKNOWN : forms.sort(place, (at - lastBeatSample) / usual);
        if (lastBeatSample == lastBeatSample && at - lastBeatSample < 2.5 * rateHz) {
            intervals.add(at - lastBeatSample);
        }
        lastBeatSample = at;
        beatSample = at;
        return true;
    }

    /**
     * Whether the signal between the beats is so restless, against the beats themselves, that intervals cannot be trusted:
     * electrodes that move, a body that moves.
     */
    public boolean poor() {
        return !forms.familiar()
                && (unrest.median() > POOR
                        || searching && lately.median() > POOR
                        || swing.grown() > SWING_POOR && restless() > SWING_POOR_REST);
    }

    /** Where the announced beat was, in samples from the first step (0), between samples. */
    public double beatSample() {
        return beatSample;
    }

    /** Whether the announced beat looks like the person's usual ones. */
    public BeatShape beatShape() {
        return beatShape;
    }

    /** How many values were taken in. */
    public long samples() {
        return samples;
    }
}

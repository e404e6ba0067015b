package org.stillpoint.training;

/**
 * What one block of a resonance assessment showed at one rate: criteria side by side, each with its error, and how far the
 * block may be trusted. Pure figures; made at the end of the block.
 *
 * @param ratePerMinute the pacer's rate
 * @param breaths breaths after the first {@value #SETTLING_SECONDS} s
 * @param following those that followed the pacer; -1 = no belt, nobody can tell
 * @param analysed those that followed and hold clean beats only
 * @param swing highest less lowest heart rate within a breath, beats a minute, mean over the analysed breaths
 * @param slowPower power of the beat intervals in 0.04-0.15 Hz within the analysed breaths, ms squared
 * @param phaseDegrees how far the heart runs ahead of the breath at the paced rate
 * @param peakPerMinute where the largest peak of the spectrum lies, breaths a minute
 * @param peakHeight its height, ms squared per Hz
 * @param outOfPeak share of the power at 0.03-0.4 Hz that is not at the paced rate, 0 = a perfectly smooth wave
 * @param harmonics share of the power at twice and three times the paced rate
 * @param peaks how many peaks the slow band has
 * @param beatCoverage share of the time that normal beat intervals cover, 0 … 1
 * @param correctedShare share of intervals that were not normal, 0 … 1
 * @param stillShare share of the time in which no sensor saw movement, 0 … 1
 * @param comfort 0 … 10 as the person said; NaN = not said
 */
public record ResonanceBlock(
        double ratePerMinute,
        int breaths,
        int following,
        int analysed,
        Estimate swing,
        Estimate slowPower,
        Estimate phaseDegrees,
        Estimate peakPerMinute,
        Estimate peakHeight,
        Estimate outOfPeak,
        double harmonics,
        int peaks,
        double beatCoverage,
        double correctedShare,
        double stillShare,
        double comfort) {

    /** The heart needs so long to find into a new rate (an engineering rule). */
    public static final double SETTLING_SECONDS = 30;

    /** Fewer breaths than this say nothing. */
    public static final int LEAST_BREATHS = 10;

    private static final double LEAST_COVERAGE = 0.9;
    private static final double MOST_CORRECTED = 0.05;
    private static final double LEAST_STILL = 0.9;

    /** @param belted whether a belt told the breaths, and not the pacer in its place */
    static ResonanceBlock of(PacedBreaths block, boolean belted, double stillShare) {
        BreathAnswer answer = new BreathAnswer();
        int most = Math.max(1, block.analysed());
        double[] swings = new double[most];
        double[] real = new double[most];
        double[] imaginary = new double[most];
        int count = 0;
        for (int b = 0; b < block.breaths(); b++) {
            if (block.analysed(b) && answer.read(block, b)) {
                swings[count] = answer.swing();
                real[count] = answer.real();
                imaginary[count++] = answer.imaginary();
            }
        }
        BlockWave wave = new BlockWave(block);
        boolean seen = wave.present() && count > 0;
        double[] power = new double[most];
        int powers = seen ? wave.slowPower(block, power) : 0;
        BlockWave.Shape shape = seen ? wave.shape() : null;
        double[] errors = seen ? wave.errors(block) : new double[3];
        return new ResonanceBlock(
                block.ratePerMinute(),
                block.breaths(),
                belted ? block.following() : -1,
                count,
                Estimate.mean(swings, count),
                Estimate.mean(power, powers),
                phase(real, imaginary, count),
                seen ? new Estimate(60 * shape.peakHz(), 60 * errors[0]) : Estimate.ABSENT,
                seen ? new Estimate(shape.peakHeight(), errors[1]) : Estimate.ABSENT,
                seen ? new Estimate(shape.outOfPeak(), errors[2]) : Estimate.ABSENT,
                seen ? shape.harmonics() : Double.NaN,
                seen ? shape.peaks() : 0,
                block.beatCoverage(),
                block.correctedShare(),
                stillShare,
                Double.NaN);
    }

    /** Angle of the mean answer; its error from the scatter across it. */
    private static Estimate phase(double[] real, double[] imaginary, int count) {
        double x = Estimate.mean(real, count).value();
        double y = Estimate.mean(imaginary, count).value();
        double size = Math.sqrt(x * x + y * y);
        if (!(size > 0)) {
            return Estimate.ABSENT;
        }
        double[] across = new double[count];
        for (int i = 0; i < count; i++) {
            across[i] = (imaginary[i] * x - real[i] * y) / size;
        }
        return new Estimate(
                Math.toDegrees(StrictMath.atan2(y, x)),
                Math.toDegrees(Estimate.mean(across, count).error() / size));
    }

    ResonanceBlock withComfort(double said) {
        return new ResonanceBlock(
                ratePerMinute,
                breaths,
                following,
                analysed,
                swing,
                slowPower,
                phaseDegrees,
                peakPerMinute,
                peakHeight,
                outOfPeak,
                harmonics,
                peaks,
                beatCoverage,
                correctedShare,
                stillShare,
                said);
    }

    /** Share of the breaths that followed the pacer, 0 … 1; NaN when nobody can tell. */
    public double followedShare() {
        return following < 0 || breaths == 0 ? Double.NaN : (double) following / breaths;
    }

    /** Why the block says nothing, as the end of a sentence; empty when it may be used. */
    public String flaw() {
        if (!swing.present()) {
            return "no breath with clean heart beats";
        }
        if (analysed < LEAST_BREATHS) {
            return "only " + analysed + " breaths can be used, " + LEAST_BREATHS + " are needed";
        }
        if (!(beatCoverage >= LEAST_COVERAGE)) {
            return "heart beats in only " + percent(beatCoverage) + " of the time";
        }
        if (!(correctedShare <= MOST_CORRECTED)) {
            return percent(correctedShare) + " of the heart beats out of turn or unsure";
        }
        if (stillShare < LEAST_STILL) {
            return "movement in " + percent(1 - stillShare) + " of the time";
        }
        return "";
    }

    public boolean usable() {
        return flaw().isEmpty();
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}

package org.stillpoint.metric;

/**
 * Breathing rate: 60 over the mean length of up to the last four breaths.
 *
 * <p>In: breaths. Out: breaths a minute; absent until two have ended, and 1.5 cycles after the last one.
 */
final class BreathingRate implements Meter {

    static final double STALE_CYCLES = 1.5;

    /** A breath is announced about a second after its end. */
    static final double ANNOUNCE_SECONDS = 1.5;

    private final double[] cycles = new double[4];
    private int seen;
    private double now = Double.NaN;
    private double ended = Double.NaN;
    private double mean = Double.NaN;

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        double cycle = endSeconds - inhaleSeconds;
        if (!(cycle > 0.5) || cycle > 60) {
            return;
        }
        if (Math.abs(inhaleSeconds - ended) > 0.5) {
            seen = 0;
        }
        cycles[seen++ % cycles.length] = cycle;
        ended = endSeconds;
        int n = Math.min(seen, cycles.length);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += cycles[i];
        }
        mean = sum / n;
    }

    @Override
    public void advance(double tSeconds) {
        now = tSeconds;
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? 60 / mean : Double.NaN;
    }

    @Override
    public Absence reason() {
        if (now - ended > STALE_CYCLES * mean + ANNOUNCE_SECONDS) {
            return Absence.STALE;
        }
        return seen < 2 ? Absence.NOT_ENOUGH_YET : Absence.NONE;
    }

    @Override
    public void reset() {
        seen = 0;
        now = Double.NaN;
        ended = Double.NaN;
        mean = Double.NaN;
    }
}

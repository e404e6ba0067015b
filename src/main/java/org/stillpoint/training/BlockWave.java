package org.stillpoint.training;

import java.util.Random;
import org.stillpoint.signal.SplineGrid;

/**
 * The beat intervals of one block as an even wave: its slow part breath by breath, and its spectrum.
 *
 * <p>Normal intervals at 4 Hz by a natural cubic spline, a straight line off. The part in 0.04-0.15 Hz is taken by its
 * Fourier sums over the whole block. The spectrum is that of a Hann window, read every {@value #STEP_HZ} Hz. The errors of
 * what is read from the spectrum come from {@value #DRAWS} blocks put together of this one's breaths, drawn with
 * replacement from a fixed seed.
 */
final class BlockWave {

    static final double RATE_HZ = 4;
    static final double LOW_HZ = 0.04;
    static final double HIGH_HZ = 0.15;

    private static final double STEP_HZ = 0.002;
    private static final double FIRST_HZ = 0.03;
    private static final double LAST_HZ = 0.4;
    private static final double PEAK_HALF_HZ = 0.015;
    private static final double PEAK_SHARE = 0.25;
    private static final double VALLEY_SHARE = 0.6;
    private static final int DRAWS = 24;
    private static final int LEAST_SAMPLES = 120;

    /** What a spectrum shows. */
    record Shape(double peakHz, double peakHeight, double outOfPeak, double harmonics, int peaks) {}

    private final double[] wave;
    private final double startSeconds;
    private final double paceHz;

    BlockWave(PacedBreaths block) {
        paceHz = block.ratePerMinute() / 60;
        SplineGrid spline = new SplineGrid(Math.max(3, block.beats()));
        for (int i = 0; i < block.beats(); i++) {
            if (block.normal(i) && block.beatSeconds(i) >= block.fromSeconds() - 1) {
                spline.add(block.beatSeconds(i), block.rrMillis(i));
            }
        }
        int samples = spline.count() < 3 ? 0 : (int) ((spline.last() - spline.first()) * RATE_HZ);
        double[] even = new double[Math.max(0, samples)];
        boolean read = samples >= LEAST_SAMPLES && spline.read(1 / RATE_HZ, even);
        wave = read ? even : new double[0];
        startSeconds = read ? spline.last() - (samples - 1) / RATE_HZ : Double.NaN;
        straighten(wave);
    }

    boolean present() {
        return wave.length > 0;
    }

    private static void straighten(double[] x) {
        double n = x.length;
        double sum = 0;
        double slope = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
            slope += (i - (n - 1) / 2) * x[i];
        }
        slope /= n * (n * n - 1) / 12;
        for (int i = 0; i < x.length; i++) {
            x[i] -= sum / n + slope * (i - (n - 1) / 2);
        }
    }

    /** Power in 0.04-0.15 Hz within each analysed breath, ms squared; the number of breaths that were put in. */
    int slowPower(PacedBreaths block, double[] into) {
        double[] slow = slow();
        int count = 0;
        for (int b = 0; b < block.breaths() && count < into.length; b++) {
            int from = place(block.inhale(b));
            int to = place(block.end(b));
            if (block.analysed(b) && from >= 0 && to <= slow.length && to > from) {
                double squares = 0;
                for (int i = from; i < to; i++) {
                    squares += slow[i] * slow[i];
                }
                into[count++] = squares / (to - from);
            }
        }
        return count;
    }

    private int place(double tSeconds) {
        return (int) Math.rint((tSeconds - startSeconds) * RATE_HZ);
    }

    private double[] slow() {
        int n = wave.length;
        double[] slow = new double[n];
        int first = (int) Math.ceil(LOW_HZ * n / RATE_HZ);
        for (int k = Math.max(1, first); k < HIGH_HZ * n / RATE_HZ; k++) {
            Turning turning = new Turning((double) k / n);
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < n; i++) {
                real += wave[i] * turning.cos;
                imaginary += wave[i] * turning.sin;
                turning.on();
            }
            turning = new Turning((double) k / n);
            for (int i = 0; i < n; i++) {
                slow[i] += 2 * (real * turning.cos + imaginary * turning.sin) / n;
                turning.on();
            }
        }
        return slow;
    }

    Shape shape() {
        return shape(wave);
    }

    private Shape shape(double[] x) {
        double[] density = density(x);
        double total = 0;
        double near = 0;
        double harmonics = 0;
        int peak = -1;
        for (int k = 0; k < density.length; k++) {
            double hz = FIRST_HZ + k * STEP_HZ;
            total += density[k];
            near += Math.abs(hz - paceHz) <= PEAK_HALF_HZ ? density[k] : 0;
            harmonics += Math.abs(hz - 2 * paceHz) <= PEAK_HALF_HZ || Math.abs(hz - 3 * paceHz) <= PEAK_HALF_HZ
                    ? density[k]
                    : 0;
            if (hz <= HIGH_HZ && (peak < 0 || density[k] > density[peak])) {
                peak = k;
            }
        }
        return new Shape(
                FIRST_HZ + peak * STEP_HZ, density[peak], 1 - near / total, harmonics / total, peaks(density, peak));
    }

    /** Peaks in the slow band that are high enough and parted by a valley. */
    private static int peaks(double[] density, int highest) {
        int peaks = 0;
        double top = 0;
        double valley = 0;
        for (int k = 1; k + 1 < density.length && FIRST_HZ + k * STEP_HZ <= HIGH_HZ; k++) {
            valley = Math.min(valley, density[k]);
            boolean crest = density[k] >= density[k - 1] && density[k] > density[k + 1];
            if (!crest || density[k] < PEAK_SHARE * density[highest]) {
                continue;
            }
            if (peaks == 0 || valley < VALLEY_SHARE * Math.min(top, density[k])) {
                peaks++;
                top = density[k];
                valley = top;
            } else if (density[k] > top) {
                top = density[k];
                valley = top;
            }
        }
        return peaks;
    }

    private static double[] density(double[] x) {
        int n = x.length;
        double[] windowed = new double[n];
        double power = 0;
        Turning hann = new Turning(1.0 / n);
        for (int i = 0; i < n; i++) {
            double w = 0.5 - 0.5 * hann.cos;
            windowed[i] = x[i] * w;
            power += w * w;
            hann.on();
        }
        double[] density = new double[(int) Math.rint((LAST_HZ - FIRST_HZ) / STEP_HZ) + 1];
        for (int k = 0; k < density.length; k++) {
            Turning turning = new Turning((FIRST_HZ + k * STEP_HZ) / RATE_HZ);
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < n; i++) {
                real += windowed[i] * turning.cos;
                imaginary += windowed[i] * turning.sin;
                turning.on();
            }
            density[k] = 2 * (real * real + imaginary * imaginary) / (RATE_HZ * power);
        }
        return density;
    }

    /** Standard deviations of peak frequency, peak height and share out of the peak over redrawn blocks. */
    double[] errors(PacedBreaths block) {
        int[] from = new int[block.breaths()];
        int[] to = new int[block.breaths()];
        int pieces = 0;
        for (int b = 0; b < block.breaths(); b++) {
            int start = place(block.inhale(b));
            int stop = place(block.end(b));
            if (block.analysed(b) && start >= 0 && stop <= wave.length && stop > start) {
                from[pieces] = start;
                to[pieces++] = stop;
            }
        }
        double[] hz = new double[DRAWS];
        double[] height = new double[DRAWS];
        double[] out = new double[DRAWS];
        if (pieces < 2) {
            return new double[] {Double.NaN, Double.NaN, Double.NaN};
        }
        Random random = new Random(pieces);
        for (int draw = 0; draw < DRAWS; draw++) {
            Shape shape = shape(drawn(from, to, pieces, random));
            hz[draw] = shape.peakHz();
            height[draw] = shape.peakHeight();
            out[draw] = shape.outOfPeak();
        }
        double perMean = Math.sqrt(DRAWS);
        return new double[] {
            Estimate.mean(hz, DRAWS).error() * perMean,
            Estimate.mean(height, DRAWS).error() * perMean,
            Estimate.mean(out, DRAWS).error() * perMean
        };
    }

    private double[] drawn(int[] from, int[] to, int pieces, Random random) {
        double[] x = new double[wave.length];
        int filled = 0;
        while (filled < x.length) {
            int piece = random.nextInt(pieces);
            int length = Math.min(to[piece] - from[piece], x.length - filled);
            System.arraycopy(wave, from[piece], x, filled, length);
            filled += length;
        }
        return x;
    }

    /** Cosine and sine of a steady rotation, two exact functions a wave instead of two a sample. */
    private static final class Turning {
        private final double stepCos;
        private final double stepSin;
        private double cos = 1;
        private double sin;

        Turning(double turnsPerStep) {
            stepCos = StrictMath.cos(2 * Math.PI * turnsPerStep);
            stepSin = StrictMath.sin(2 * Math.PI * turnsPerStep);
        }

        void on() {
            double next = cos * stepCos - sin * stepSin;
            sin = sin * stepCos + cos * stepSin;
            cos = next;
        }
    }
}

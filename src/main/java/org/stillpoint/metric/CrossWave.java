package org.stillpoint.metric;

/**
 * Two series at one frequency: how coherent they are over half overlapping segments, each with its mean off under a Hann
 * window. A straight line is taken off the whole first. No allocation; one thread.
 */
final class CrossWave {

    private final Turn turn = new Turn();
    private double coherence = Double.NaN;
    private double share = Double.NaN;

    /**
     * @param from first value looked at; the lines of both are taken off in place
     * @param length values of a segment
     * @param cyclesPerSample the frequency
     */
    void run(double[] first, double[] second, int from, int length, double cyclesPerSample) {
        withoutLine(first, from);
        withoutLine(second, from);
        turn.to(cyclesPerSample);
        double turnRe = turn.cosine();
        double turnIm = -turn.sine();
        turn.to(1.0 / length);
        double bellRe = turn.cosine();
        double bellIm = turn.sine();
        double hh = 0;
        double bb = 0;
        double re = 0;
        double im = 0;
        double power = 0;
        // the newest segment ends with the newest value
        for (int at = first.length - length; at >= from; at -= length / 2) {
            double firstMean = mean(first, at, length);
            double secondMean = mean(second, at, length);
            double hRe = 0;
            double hIm = 0;
            double bRe = 0;
            double bIm = 0;
            double c = 1;
            double s = 0;
            double wc = 1;
            double ws = 0;
            for (int i = 0; i < length; i++) {
                double w = 0.5 - 0.5 * wc;
                double h = w * (first[at + i] - firstMean);
                double b = second[at + i] - secondMean;
                power += w * b * b;
                b *= w;
                hRe += h * c;
                hIm += h * s;
                bRe += b * c;
                bIm += b * s;
                double next = c * turnRe - s * turnIm;
                s = c * turnIm + s * turnRe;
                c = next;
                next = wc * bellRe - ws * bellIm;
                ws = wc * bellIm + ws * bellRe;
                wc = next;
            }
            hh += hRe * hRe + hIm * hIm;
            bb += bRe * bRe + bIm * bIm;
            re += hRe * bRe + hIm * bIm;
            im += hIm * bRe - hRe * bIm;
        }
        coherence = hh * bb > 0 ? (re * re + im * im) / (hh * bb) : Double.NaN;
        // a wave of height a adds a length / 4 to a segment's sum and a^2 length / 4 to its power
        share = power > 0 ? 4 * bb / (length * power) : 0;
    }

    private static double mean(double[] x, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += x[i];
        }
        return sum / length;
    }

    private static void withoutLine(double[] x, int from) {
        int n = x.length - from;
        double middle = from + (n - 1) / 2.0;
        double mean = mean(x, from, n);
        double up = 0;
        double down = 0;
        for (int i = from; i < x.length; i++) {
            up += (i - middle) * x[i];
            down += (i - middle) * (i - middle);
        }
        for (int i = from; i < x.length; i++) {
            x[i] -= mean + up / down * (i - middle);
        }
    }

    /** |S12|² / (S11 S22), 0 … 1; NaN where a series has nothing at that frequency. */
    double coherence() {
        return coherence;
    }

    /** Share of the second's power in the segments that lies at that frequency, 0 … 1. */
    double secondShare() {
        return share;
    }
}

package org.stillpoint.ui.sound;

import java.util.Arrays;

/**
 * Brings a stream of samples to another rate: each new sample is a weighted sum of its neighbours, weighted by a sinc under
 * a raised cosine of 16 of its swings to either side; what the new rate cannot carry is left out. One thread.
 */
final class Resampler {

    /** Where its samples come from. */
    interface Feed {

        /** Up to {@code count} samples into the buffer; -1 when there are no more. */
        int read(float[] into, int offset, int count) throws java.io.IOException;
    }

    private static final int SWINGS = 16;
    private static final int STEPS = 512;
    private static final double KEPT = 0.95;
    private static final int CHUNK = 4096;

    private final double stride;
    private final int reach;
    private final double[] weights;
    private final float[] held;
    private int filled;
    private double place;
    private boolean drained;

    /** From one rate to another, both in Hz. */
    Resampler(double fromHz, double toHz) {
        stride = fromHz / toHz;
        double cutoff = KEPT * Math.min(1, toHz / fromHz);
        reach = (int) Math.ceil(SWINGS / cutoff);
        weights = new double[reach * STEPS + 2];
        for (int i = 0; i <= reach * STEPS; i++) {
            double t = (double) i / STEPS;
            double angle = Math.PI * cutoff * t;
            double swing = i == 0 ? 1 : Math.sin(angle) / angle;
            weights[i] = cutoff * swing * 0.5 * (1 + Math.cos(Math.PI * t / reach));
        }
        held = new float[CHUNK + 2 * reach];
        filled = reach;
        place = reach;
    }

    /** The next samples at the new rate; -1 when the stream is at its end. */
    int read(Feed feed, float[] into, int count) throws java.io.IOException {
        int made = 0;
        while (made < count) {
            int left = (int) place - reach + 1;
            if (left + 2 * reach > filled && !more(feed, left)) {
                break;
            }
            left = (int) place - reach + 1;
            double sum = 0;
            for (int i = left; i < left + 2 * reach; i++) {
                double at = Math.abs(place - i) * STEPS;
                int cell = (int) at;
                if (cell < reach * STEPS) {
                    sum += held[i] * (weights[cell] + (at - cell) * (weights[cell + 1] - weights[cell]));
                }
            }
            into[made++] = (float) Math.max(-1, Math.min(1, sum));
            place += stride;
        }
        return made == 0 ? -1 : made;
    }

    /** Reads on, and behind the end as much silence as the last samples need. */
    private boolean more(Feed feed, int left) throws java.io.IOException {
        int gone = Math.min(Math.max(0, left), filled);
        System.arraycopy(held, gone, held, 0, filled - gone);
        filled -= gone;
        place -= gone;
        int needed = (int) place + reach + 1;
        while (!drained && filled < needed) {
            int got = feed.read(held, filled, held.length - filled);
            if (got < 0) {
                drained = true;
                Arrays.fill(held, filled, Math.min(held.length, filled + reach), 0);
                filled = Math.min(held.length, filled + reach);
            } else {
                filled += got;
            }
        }
        return filled >= needed;
    }
}

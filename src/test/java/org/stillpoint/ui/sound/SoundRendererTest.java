package org.stillpoint.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.FeedbackWriter;

class SoundRendererTest {

    private static final int BLOCK = 480;
    private static final double RATE_HZ = 48_000;

    private final FeedbackCell cell = new FeedbackCell(0, 0, 0);
    private final FeedbackWriter writer = new FeedbackWriter(cell);
    private final SoundRenderer renderer = new SoundRenderer(RATE_HZ);

    private float[] breaths(double seconds, double ratePerMinute) {
        int samples = (int) (seconds * RATE_HZ);
        float[] all = new float[samples];
        float[] block = new float[BLOCK];
        for (int at = 0; at + BLOCK <= samples; at += BLOCK) {
            double cycles = at / RATE_HZ * ratePerMinute / 60;
            Feedback newest = writer.state(Feedback.State.RUNNING)
                    .time(at / RATE_HZ, 1)
                    .pacer(true, ratePerMinute, 0.45, cycles - Math.floor(cycles))
                    .publish();
            renderer.render(newest, 0, block, BLOCK);
            System.arraycopy(block, 0, all, at, BLOCK);
        }
        return all;
    }

    /** Share of the energy above 250 Hz, by a plain Fourier sum on a grid of 10 Hz. */
    private static double brightness(float[] sound, int from, int length) {
        double low = 0;
        double high = 0;
        for (double hz = 40; hz < 1000; hz += 10) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < length; i++) {
                double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
                double angle = 2 * Math.PI * hz * i / RATE_HZ;
                re += window * sound[from + i] * Math.cos(angle);
                im += window * sound[from + i] * Math.sin(angle);
            }
            double power = re * re + im * im;
            if (hz > 170) {
                high += power;
            } else {
                low += power;
            }
        }
        return high / (high + low);
    }

    private static double steepest(float[] sound, int from, int to) {
        double steepest = 0;
        for (int i = Math.max(1, from); i < to; i++) {
            steepest = Math.max(steepest, Math.abs(sound[i] - sound[i - 1]));
        }
        return steepest;
    }

    private static double peak(float[] sound) {
        double peak = 0;
        for (float sample : sound) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    @Test
    void inBreathIsBrightAndOutBreathIsDark() {
        float[] sound = breaths(10, 6);
        int second = (int) RATE_HZ;
        double in = brightness(sound, 2 * second, second / 5);
        double out = brightness(sound, 7 * second, second / 5);
        assertThat(in).isGreaterThan(0.9);
        assertThat(out).isLessThan(0.4);
    }

    @Test
    void peakStaysOneDecibelBelowFullScale() {
        renderer.sound(Sounds.named("tone"));
        writer.muscle(40, 2, false);
        float[] sound = breaths(20, 15);
        assertThat(peak(sound)).isBetween(0.05, Math.pow(10, -1 / 20.0));
    }

    @Test
    void holdInTheMiddleOfABreathFadesWithoutAStep() {
        float[] before = breaths(2.5, 6);
        double ordinary = steepest(before, before.length / 2, before.length - BLOCK);
        float[] block = new float[BLOCK];
        writer.state(Feedback.State.HELD).pacer(false, 6, 0.45, 0.25);
        float last = before[before.length - 1];
        float[] after = new float[4800];
        for (int at = 0; at < after.length; at += BLOCK) {
            renderer.render(writer.publish(), 0, block, BLOCK);
            System.arraycopy(block, 0, after, at, BLOCK);
        }
        assertThat(Math.abs(after[0] - last)).isLessThanOrEqualTo((float) (1.1 * ordinary));
        assertThat(steepest(after, 0, after.length)).isLessThanOrEqualTo(1.1 * ordinary);
        assertThat(peak(Arrays.copyOfRange(after, 2400, 4800))).isZero();
    }

    @Test
    void jumpOfThePacerIsHeardAsAFadeAndNotAsAClick() {
        float[] before = breaths(2.5, 6);
        double ordinary = steepest(before, before.length / 2, before.length - BLOCK);
        float[] block = new float[9600];
        renderer.render(writer.pacer(true, 6, 0.45, 0.7).publish(), 0, block, block.length);
        float[] later = new float[48_000];
        renderer.render(writer.pacer(true, 6, 0.45, 0.72).publish(), 0, later, later.length);
        double falling = steepest(later, 0, later.length);
        assertThat(Math.abs(block[0] - before[before.length - 1])).isLessThanOrEqualTo((float) (1.1 * ordinary));
        assertThat(steepest(block, 0, block.length)).isLessThanOrEqualTo(1.1 * (ordinary + falling));
    }

    @Test
    @SuppressWarnings("deprecation") // Thread.threadId is not there before JDK 19
    void renderingAllocatesNothing() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] block = new float[BLOCK];
        Feedback newest = writer.state(Feedback.State.RUNNING)
                .pacer(true, 6, 0.45, 0.2)
                .muscle(4, 2, true)
                .publish();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 500; i++) {
                renderer.render(newest, 0.01, block, BLOCK);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertThat(least).isLessThan(1000);
    }

    @Test
    void nobodyPacedIsSilence() {
        float[] block = new float[BLOCK];
        renderer.render(
                writer.state(Feedback.State.RUNNING).pacer(false, 6, 0.45, 0.2).publish(), 0, block, BLOCK);
        assertThat(peak(block)).isZero();
    }

    @Test
    void tensionToneIsQuietBelowTheGoalAndForAMuscleThatCannotBeRead() {
        renderer.sound(Sounds.named("tone"));
        float[] block = new float[9600];
        writer.state(Feedback.State.RUNNING).pacer(false, 6, 0.45, 0.2);
        renderer.render(writer.muscle(1.5, 2, false).publish(), 0, block, block.length);
        assertThat(peak(block)).isZero();
        renderer.render(writer.muscle(Double.NaN, 2, false).publish(), 0, block, block.length);
        assertThat(peak(block)).isZero();
        renderer.render(writer.muscle(4, 2, false).publish(), 0, block, block.length);
        assertThat(steepest(block, 0, block.length)).isPositive();
    }
}

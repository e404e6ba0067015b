package org.stillpoint.ui.sound;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.stillpoint.acquisition.Duty;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;

/** The duty that keeps the loudspeaker fed with breathing sounds; volume and tone are set from any thread. */
public final class BreathSound implements Duty {

    private static final int BLOCK = 480;
    private static final double TICK_SECONDS = 0.02;

    private record Choice(Sounds.Sound sound, float[] own) {}

    private final FeedbackCell cell;
    private final Feedback newest;
    private final Supplier<SoundOut> opener;
    private final SoundRenderer renderer = new SoundRenderer(SoundOut.RATE_HZ);
    private final float[] block = new float[BLOCK];
    private SoundOut out;
    private volatile double volume = 0.6;
    private volatile boolean tensionTone;
    private volatile String silence = "";
    private volatile double latencyMillis = Double.NaN;
    private final AtomicReference<Choice> choice = new AtomicReference<>();

    /** @param opener opens the line, in the duty's own thread: {@code SoundOut::open} */
    public BreathSound(FeedbackCell cell, Supplier<SoundOut> opener) {
        this.cell = cell;
        this.newest = cell.blank();
        this.opener = opener;
    }

    @Override
    public String name() {
        return "sound";
    }

    @Override
    public int work() {
        if (out == null) {
            out = opener.get();
            silence = out.silence();
            latencyMillis = latencyMillis(out);
        }
        if (out.room() < BLOCK) {
            return 0;
        }
        cell.read(newest);
        renderer.volume(volume);
        renderer.tensionTone(tensionTone);
        take(choice.getAndSet(null));
        renderer.render(newest, out.waitSeconds(), block, BLOCK);
        out.write(block, BLOCK);
        return BLOCK;
    }

    private void take(Choice newChoice) {
        if (newChoice != null && newChoice.own() != null) {
            renderer.own(newChoice.own());
        } else if (newChoice != null) {
            renderer.sound(newChoice.sound());
        }
    }

    /** Another of the {@link Sounds}. */
    public void sound(Sounds.Sound sound) {
        choice.set(new Choice(sound, null));
    }

    /** A person's own sound, as {@link OwnSound} reads it. */
    public void own(float[] samples) {
        choice.set(new Choice(null, samples));
    }

    /**
     * How long after a muscle's change its sound is heard: the line's buffer, one block, and training's tick of 20 ms. What
     * the pacer says is not late by it: it is known in advance. NaN while nothing is heard.
     */
    public double latencyMillis() {
        return latencyMillis;
    }

    /** The same for a line that is open; NaN when nothing is heard of it. */
    public static double latencyMillis(SoundOut out) {
        return out.silence().isEmpty()
                ? 1000 * (out.waitSeconds() + BLOCK / SoundOut.RATE_HZ + TICK_SECONDS)
                : Double.NaN;
    }

    @Override
    public void close() {
        if (out != null) {
            out.close();
        }
    }

    /** 0 … 1; 0 is silent. */
    public void volume(double share) {
        volume = share;
    }

    /** Whether tension above the goal is heard. */
    public void tensionTone(boolean on) {
        tensionTone = on;
    }

    /** Why nothing is heard, in one sentence; empty when it is, or not yet known. */
    public String silence() {
        return silence;
    }
}

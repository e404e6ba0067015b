package org.stillpoint.ui.sound;

import java.util.function.Supplier;
import org.stillpoint.acquisition.Duty;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;

/** The duty that keeps the loudspeaker fed with breathing sounds; volume and tone are set from any thread. */
public final class BreathSound implements Duty {

    private static final int BLOCK = 480;

    private final FeedbackCell cell;
    private final Feedback newest;
    private final Supplier<SoundOut> opener;
    private final SoundRenderer renderer = new SoundRenderer(SoundOut.RATE_HZ);
    private final float[] block = new float[BLOCK];
    private SoundOut out;
    private volatile double volume = 0.6;
    private volatile boolean tensionTone;
    private volatile String silence = "";

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
        }
        if (out.room() < BLOCK) {
            return 0;
        }
        cell.read(newest);
        renderer.volume(volume);
        renderer.tensionTone(tensionTone);
        renderer.render(newest, block, BLOCK);
        out.write(block, BLOCK);
        return BLOCK;
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

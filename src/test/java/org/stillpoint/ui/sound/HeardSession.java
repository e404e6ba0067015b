package org.stillpoint.ui.sound;

import java.util.List;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.FeedbackWriter;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;

/** The sound duty on a clock set by hand: training writes every 20 ms, the duty works as often, the buffer is kept. */
final class HeardSession {

    private static final long TICK_NANOS = 20_000_000L;

    final Heard line = new Heard();
    final FeedbackCell cell = new FeedbackCell(0, 0, 0);
    final FeedbackWriter writer = new FeedbackWriter(cell);
    final SoundFiles files = new SoundFiles();
    final BreathSound sound;
    private Runnable before = () -> {};

    HeardSession(Protocol protocol, String remembered, OwnSounds own) {
        sound = new BreathSound(cell, protocol, remembered, line.opener(), own, files, () -> line.nowNanos);
        writer.state(Feedback.State.RUNNING).pacer(false, 6, 0.45, Double.NaN);
    }

    /** One phase of feedback with this sound. */
    static HeardSession of(String sound) {
        return new HeardSession(protocol("", phase(PhaseKind.FEEDBACK, sound)), "", OwnSounds.NONE);
    }

    static Phase phase(PhaseKind kind, String sound) {
        return new Phase("P", kind, 600, "text").with(600, "text", "", sound, Double.NaN);
    }

    static Protocol protocol(String sound, Phase... phases) {
        return new Protocol(
                "p", "P", List.of("paced-breathing"), "black", sound, 6, 0.45, 0, 0, false, "why", List.of(phases));
    }

    /** What happens before each tick, for instance what training writes. */
    HeardSession each(Runnable change) {
        before = change;
        return this;
    }

    double seconds() {
        return line.nowNanos / 1e9;
    }

    /** Paces from now on, as training would. */
    HeardSession paced(double ratePerMinute) {
        return each(() -> {
            double cycles = seconds() * ratePerMinute / 60;
            writer.pacer(true, ratePerMinute, 0.45, cycles - Math.floor(cycles));
        });
    }

    HeardSession run(double seconds) {
        long until = line.nowNanos + Math.round(seconds * 1e9);
        while (line.nowNanos < until) {
            before.run();
            writer.time(seconds(), 1).publish();
            work();
            line.nowNanos += TICK_NANOS;
        }
        return this;
    }

    /** Training says nothing new. */
    HeardSession stall(double seconds) {
        long until = line.nowNanos + Math.round(seconds * 1e9);
        while (line.nowNanos < until) {
            work();
            line.nowNanos += TICK_NANOS;
        }
        return this;
    }

    private void work() {
        while (files.work() > 0) {
            // until nothing is left to decode
        }
        while (sound.work() > 0) {
            // until the line is full
        }
    }
}

package org.stillpoint.ui.sound;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.stillpoint.acquisition.Duty;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.Protocol;

/**
 * The duty that keeps the loudspeaker fed: each phase with its own sound, the choice of the patient or therapist, level, mute
 * and fade. What is set may be set from any thread.
 *
 * <p>Without a loudspeaker it rests and tries again every five seconds; that, and one that vanishes, is said once.
 */
public final class BreathSound implements Duty {

    private static final int BLOCK = 480;
    private static final double BLOCK_SECONDS = BLOCK / SoundOut.RATE_HZ;
    private static final double TICK_SECONDS = 0.02;
    /** So long the pacer goes on by itself when training says nothing new. */
    private static final double ALONE_SECONDS = 2;

    private static final long AGAIN_NANOS = 5_000_000_000L;
    private static final long LOST_NANOS = 2_000_000_000L;
    private static final int LAST_BLOCKS = 10;
    private static final String GONE = "The loudspeaker is gone: nothing is heard until it is back, all else goes on.";

    private record Loudness(double share, double seconds) {}

    private final FeedbackCell cell;
    private final Feedback newest;
    private final Feedback nothing;
    private final Protocol protocol;
    private final Supplier<SoundOut> opener;
    private final OwnSounds own;
    private final SoundFiles files;
    private final LongSupplier nanos;
    private final SoundRenderer renderer;
    private final float[] block = new float[BLOCK];
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private SoundOut out;
    private long triedNanos;
    private long fedNanos;
    private long number;
    private long seenNanos;
    private double aloneSeconds;
    private int phase = -1;
    private SoundChoice followed;
    private String said = "";
    private volatile SoundChoice choice;
    private volatile String sounding = "";
    private volatile Loudness loudness = new Loudness(0.6, 0);
    private volatile double heard;
    private volatile String silence = "";
    private volatile double latencyMillis = Double.NaN;

    /**
     * @param remembered id of the sound that this person chose the last time; empty = none
     * @param opener opens the line, in the duty's own thread: {@code SoundOut::open}
     * @param own a person's own sounds
     * @param files decodes them and those of scripts; a duty of its own
     * @param nanos the monotonic clock
     */
    public BreathSound(
            FeedbackCell cell,
            Protocol protocol,
            String remembered,
            Supplier<SoundOut> opener,
            OwnSounds own,
            SoundFiles files,
            LongSupplier nanos) {
        this.cell = cell;
        this.newest = cell.blank();
        this.nothing = cell.blank();
        this.protocol = protocol;
        this.choice = SoundChoice.of(protocol, remembered);
        this.opener = opener;
        this.own = own;
        this.files = files;
        this.nanos = nanos;
        this.renderer = new SoundRenderer(SoundOut.RATE_HZ, files);
    }

    @Override
    public String name() {
        return "sound";
    }

    @Override
    public int work() {
        long now = nanos.getAsLong();
        if (out == null || !out.silence().isEmpty() && now - triedNanos >= AGAIN_NANOS) {
            open(now);
        }
        if (out.room() < BLOCK) {
            if (out.silence().isEmpty() && now - fedNanos >= LOST_NANOS) {
                lose(now);
            }
            heard = out.silence().isEmpty() ? heard : 0;
            return 0;
        }
        fedNanos = now;
        follow(now);
        renderer.volume(loudness.share(), loudness.seconds());
        boolean known = aloneSeconds <= ALONE_SECONDS;
        renderer.render(known ? newest : nothing, out.queuedSeconds() + aloneSeconds, block, BLOCK);
        out.write(block, BLOCK);
        heard = renderer.volumeNow();
        return BLOCK;
    }

    private void open(long now) {
        out = opener.get();
        triedNanos = now;
        fedNanos = now;
        renderer.begin();
        latencyMillis = latencyMillis(out);
        tell(out.silence());
    }

    private void lose(long now) {
        out.close();
        out = SoundOut.none(GONE);
        triedNanos = now;
        latencyMillis = Double.NaN;
        tell(GONE);
    }

    /** Says why nothing is heard, once; a loudspeaker that is back may vanish once more. */
    private void tell(String sentence) {
        silence = sentence;
        if (sentence.isEmpty()) {
            said = "";
        } else if (said.isEmpty()) {
            said = sentence;
            told.add(sentence);
        }
    }

    private void follow(long now) {
        long latest = cell.read(newest);
        seenNanos = latest == number ? seenNanos : now;
        number = latest;
        aloneSeconds = (now - seenNanos) / 1e9;
        SoundChoice newChoice = choice;
        if (newest.phaseIndex() != phase || newChoice != followed) {
            phase = newest.phaseIndex();
            followed = newChoice;
            renderer.shown(phase < protocol.phases().size()
                    && protocol.phases().get(phase).kind().showsFeedback());
            sound(newChoice.of(phase));
        }
    }

    private void sound(String id) {
        if (id.equals(sounding)) {
            return;
        }
        sounding = id;
        Optional<Path> file = own.file(id);
        if (file.isPresent()) {
            renderer.own(file.get());
            return;
        }
        renderer.sound(Sounds.named(id));
        if (Sounds.find(id).isEmpty()) {
            told.add("The sound " + id + " is not there: the tones are heard in its place.");
        }
    }

    /** Another sound from now on: an id of {@link Sounds} or {@link OwnSounds}; empty = as the protocol says. */
    public void sound(String id, int inPhase) {
        choice = choice.choose(id, inPhase);
    }

    /** Id of the sound of now; empty before the first. */
    public String sounding() {
        return sounding;
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
        return out.silence().isEmpty() ? 1000 * (out.waitSeconds() + BLOCK_SECONDS + TICK_SECONDS) : Double.NaN;
    }

    /** 0 … 1; 0 is silent. */
    public void volume(double share) {
        loudness = new Loudness(share, 0);
    }

    /** Slowly to nothing, within so many seconds. */
    public void fadeOut(double seconds) {
        loudness = new Loudness(0, seconds / Math.max(0.01, loudness.share()));
    }

    /** How loud it is now, on its way to what was asked for; 0 when nothing is heard. */
    public double heard() {
        return heard;
    }

    /** Why nothing is heard, in one sentence; empty when it is, or not yet known. */
    public String silence() {
        return silence;
    }

    /** What the therapist should know and was not yet told, one sentence; null = nothing. */
    public String trouble() {
        String sentence = told.poll();
        return sentence == null ? files.trouble() : sentence;
    }

    private boolean quiet() {
        for (float sample : block) {
            if (sample != 0) {
                return false;
            }
        }
        return true;
    }

    /** What is heard ends over 30 ms before the line is closed, as long as the line still takes something. */
    @Override
    public void close() {
        if (out == null) {
            return;
        }
        if (out.silence().isEmpty() && nanos.getAsLong() - fedNanos < LOST_NANOS && !quiet()) {
            renderer.end();
            for (int i = 0; i < LAST_BLOCKS; i++) {
                renderer.render(newest, out.queuedSeconds() + aloneSeconds, block, BLOCK);
                out.write(block, BLOCK);
            }
        }
        out.close();
    }
}

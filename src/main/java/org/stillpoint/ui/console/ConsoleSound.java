package org.stillpoint.ui.console;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.DutyThread;
import org.stillpoint.training.Remembered;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.ViewSettings;
import org.stillpoint.ui.patient.SoundKeys;
import org.stillpoint.ui.sound.BreathSound;
import org.stillpoint.ui.sound.OwnSounds;
import org.stillpoint.ui.sound.SoundFiles;
import org.stillpoint.ui.sound.SoundOut;
import org.stillpoint.ui.sound.Sounds;

/**
 * The sound of the running session: its threads, which sound it is, how loud, and whether it has been asked to fade out. The
 * patient's keys act on it directly. JavaFX thread only.
 */
final class ConsoleSound implements SoundKeys {

    private static final double FADE_SECONDS = 60;

    private final ObjectProperty<ViewSettings> settings;
    private final Supplier<SessionViewModel> running;
    private final OwnSounds own;
    private final Clock clock;
    private BreathSound sound;
    private DutyThread soundThread;
    private DutyThread filesThread;
    private boolean faded;

    /** @param running the running session, null when there is none */
    ConsoleSound(
            ObjectProperty<ViewSettings> settings, Supplier<SessionViewModel> running, OwnSounds own, Clock clock) {
        this.settings = settings;
        this.running = running;
        this.own = own;
        this.clock = clock;
    }

    void start(LiveSession live) {
        SoundFiles files = new SoundFiles();
        faded = false;
        sound = new BreathSound(
                live.feedback(),
                live.protocol(),
                live.remembered().text(Remembered.soundOf(live.protocol())),
                SoundOut::open,
                own,
                files,
                clock::nanos);
        volume(settings.get().sound() ? settings.get().volume() : 0);
        if (!settings.get().sound()) {
            running.get().tell("The sounds are off, as last time; S turns them on.");
        }
        filesThread = DutyThread.start(files);
        soundThread = DutyThread.start(sound);
    }

    void stop() {
        if (soundThread != null) {
            soundThread.close();
            filesThread.close();
            soundThread = null;
            filesThread = null;
            sound = null;
        }
    }

    /** The settings' volume from now on, also where it had faded out. */
    void follow() {
        faded = false;
        double share = settings.get().sound() ? settings.get().volume() : 0;
        volume(share);
        SessionViewModel now = running.get();
        if (now != null) {
            now.session().control().choseVolume(share);
        }
    }

    /** 0 … 1, and nobody's choice. */
    void volume(double share) {
        if (sound != null) {
            sound.volume(share);
        }
    }

    /** 0 … 1 as it is heard now. */
    double heard() {
        return sound == null ? 0 : sound.heard();
    }

    /** A sentence to tell once; null when there is none. */
    String trouble() {
        return sound == null ? null : sound.trouble();
    }

    /** Another sound, by its id; empty = as the protocol says. */
    void choose(String id) {
        SessionViewModel now = running.get();
        if (now != null && sound != null) {
            sound.sound(id, now.newest().phaseIndex());
            now.session().control().choseSound(id);
        }
    }

    String sounding() {
        return sound == null ? "" : sound.sounding();
    }

    /** How late the sound is, or why there is none, in a few words; empty when that is not known yet. */
    String state() {
        if (sound == null || !sound.silence().isEmpty()) {
            return sound == null ? "" : sound.silence();
        }
        double millis = sound.latencyMillis();
        return Double.isNaN(millis) ? "" : "Heard " + Math.round(millis) + " ms after the muscle";
    }

    List<String> own() {
        return own.all();
    }

    boolean faded() {
        return faded;
    }

    /** Lets it fade out over a minute, or brings it back. */
    void fade(boolean out) {
        if (!out) {
            follow();
        } else if (sound != null) {
            faded = true;
            sound.fadeOut(FADE_SECONDS);
            running.get().session().control().choseVolume(0);
        }
    }

    /** Where it faded out, this brings it back. */
    @Override
    public void onOff() {
        if (faded) {
            follow();
        } else {
            settings.set(settings.get().withSound(!settings.get().sound()));
        }
    }

    @Override
    public void louder(boolean louder) {
        settings.set(settings.get().louder(louder));
    }

    @Override
    public void another() {
        if (sound != null) {
            choose(Sounds.after(sound.sounding(), own));
        }
    }
}

package org.stillpoint.ui.sound;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.stillpoint.acquisition.Duty;

/** The duty that decodes the user's own sound files ahead, so that the loudspeaker's never waits for a disk. */
public final class SoundFiles implements Duty {

    private static final int CHUNK = 4096;

    private final Queue<PlayedSound> wanted = new ConcurrentLinkedQueue<>();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final Map<PlayedSound, SoundFile> open = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private final float[] chunk = new float[CHUNK];

    @Override
    public String name() {
        return "sound-files";
    }

    /** Plays a file; its first samples are there a moment later. Any thread. */
    PlayedSound play(Path file, double fromSeconds, boolean again, double rateHz) {
        PlayedSound sound = new PlayedSound(file, fromSeconds, again, rateHz);
        wanted.add(sound);
        return sound;
    }

    /** The next sentence about a file that is missing or broken, each said once; null when there is none. Any thread. */
    public String trouble() {
        return told.poll();
    }

    @Override
    public int work() {
        for (PlayedSound sound = wanted.poll(); sound != null; sound = wanted.poll()) {
            start(sound, sound.fromSeconds());
        }
        int done = 0;
        for (Iterator<Map.Entry<PlayedSound, SoundFile>> each = open.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<PlayedSound, SoundFile> entry = each.next();
            if (entry.getKey().left()) {
                close(entry.getValue());
                each.remove();
            } else if (!entry.getKey().ended()) {
                done += fill(entry);
            }
        }
        return done;
    }

    private void start(PlayedSound sound, double fromSeconds) {
        try {
            open.put(sound, SoundFile.open(sound.path(), sound.rateHz(), fromSeconds));
        } catch (IOException unreadable) {
            fail(sound, unreadable);
        }
    }

    private int fill(Map.Entry<PlayedSound, SoundFile> entry) {
        PlayedSound sound = entry.getKey();
        if (sound.room() < CHUNK) {
            return 0;
        }
        try {
            int got = entry.getValue().read(chunk, CHUNK);
            if (got >= 0) {
                sound.put(chunk, got);
                return 1;
            }
            if (sound.again() && sound.atSeconds() + sound.ready() / sound.rateHz() > sound.fromSeconds()) {
                close(entry.getValue());
                entry.setValue(SoundFile.open(sound.path(), sound.rateHz(), 0));
                return 1;
            }
            sound.end();
        } catch (IOException unreadable) {
            fail(sound, unreadable);
        }
        return 0;
    }

    private void fail(PlayedSound sound, IOException unreadable) {
        sound.end();
        String sentence = unreadable.getMessage();
        if (said.add(sentence)) {
            told.add(sentence);
        }
    }

    private static void close(SoundFile file) {
        try {
            file.close();
        } catch (IOException closed) {
            // it was read only
        }
    }

    @Override
    public void close() {
        open.values().forEach(SoundFiles::close);
        open.clear();
    }
}

package org.stillpoint.ui.sound;

/** A person's own sound, over and over, heard while there is something to be glad of or while the pacer runs. */
final class FileVoice implements Voice {

    private static final double LOUD = 0.3;
    private static final double FADE_SECONDS = 1.5;

    private final FileTrack track;

    FileVoice(double rateHz, PlayedSound sound) {
        track = new FileTrack(rateHz, FADE_SECONDS);
        track.sound(sound);
    }

    @Override
    public void tune(SoundState state) {
        track.tune(state.rewarded || !Double.isNaN(state.pacerPhase));
    }

    @Override
    public double next() {
        return LOUD * track.next();
    }

    @Override
    public double peak() {
        return LOUD;
    }

    @Override
    public void leave() {
        track.sound(null);
    }
}

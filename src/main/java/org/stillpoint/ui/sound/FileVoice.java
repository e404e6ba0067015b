package org.stillpoint.ui.sound;

/** A person's own sound, looped, heard while there is something to be glad of or while the pacer runs. */
final class FileVoice implements Voice {

    private static final double LOUD = 0.3;
    private static final double FADE_SECONDS = 1.5;
    private static final double SEAM_SECONDS = 0.05;

    private final float[] samples;
    private final int seam;
    private final Level level;
    private double wanted;
    private int at;

    /** @param samples one channel at the renderer's rate, -1 … 1; at least a second of it */
    FileVoice(double rateHz, float[] samples) {
        if (samples.length < rateHz) {
            throw new IllegalArgumentException("an own sound of " + samples.length + " samples is under a second");
        }
        this.samples = samples;
        seam = (int) (SEAM_SECONDS * rateHz);
        level = new Level(rateHz, FADE_SECONDS);
    }

    @Override
    public void tune(SoundState state) {
        wanted = state.rewarded || !Double.isNaN(state.pacerPhase) ? 1 : 0;
    }

    @Override
    public double next() {
        double loud = level.toward(wanted);
        if (loud == 0) {
            return 0;
        }
        double end = Math.min(1, Math.min(at, samples.length - 1 - at) / (double) seam);
        double sound = samples[at] * end;
        at = (at + 1) % samples.length;
        return LOUD * loud * sound;
    }

    @Override
    public double peak() {
        return LOUD;
    }
}

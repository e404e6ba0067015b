package org.stillpoint.ui.sound;

/**
 * Soft ticks for moving with the breath: evenly over each half of it, as near to one a second as fits, so 40 to 90 a
 * minute; higher in the in-breath, lower in the out-breath, the first of each a little stronger. Silent in the pauses and
 * without a pacer.
 */
final class MetronomeVoice implements Voice {

    private static final double LOUD = 0.45;
    private static final double IN_HZ = 660;
    private static final double OUT_HZ = 440;
    private static final double RISE_SECONDS = 0.012;
    private static final double FALL_SECONDS = 0.13;
    private static final double EARLY = 0.1;

    private final Stroke stroke;
    private final double rateHz;
    private boolean inhaling;
    private int place = -1;
    private boolean due;
    private double strength;
    private double hz;
    private double ageSeconds = Double.POSITIVE_INFINITY;

    MetronomeVoice(double rateHz) {
        this.rateHz = rateHz;
        stroke = new Stroke(rateHz);
    }

    @Override
    public void tune(SoundState state) {
        stroke.tune(state);
    }

    @Override
    public double next() {
        stroke.step();
        look();
        if (due && ageSeconds > RISE_SECONDS + FALL_SECONDS) {
            due = false;
            ageSeconds = 0;
            hz = inhaling ? IN_HZ : OUT_HZ;
            strength = place == 0 ? 1 : 0.6;
        }
        if (ageSeconds > RISE_SECONDS + FALL_SECONDS) {
            return 0;
        }
        double angle = 2 * Math.PI * hz * ageSeconds;
        double sound = 0.8 * Math.sin(angle) + 0.2 * Math.sin(2 * angle);
        double loud = LOUD * strength * shape();
        ageSeconds += 1 / rateHz;
        return loud * sound;
    }

    private double shape() {
        if (ageSeconds < RISE_SECONDS) {
            return 0.5 - 0.5 * Math.cos(Math.PI * ageSeconds / RISE_SECONDS);
        }
        double left = Math.max(0, 1 - (ageSeconds - RISE_SECONDS) / FALL_SECONDS);
        return left * left * left;
    }

    /** Whether another tick is due. */
    private void look() {
        double progress = stroke.runs() ? stroke.progress() : -1;
        if (!(progress >= 0 && progress < 1)) {
            place = -1;
            due = false;
            return;
        }
        int count = (int) Math.max(1, Math.rint(stroke.halfSeconds()));
        int now = (int) (progress * count);
        if (now != place || stroke.inhales() != inhaling) {
            // where the pacer begins in the middle of a half, the first tick waits for its place
            due = place >= 0 || progress * count - now < EARLY;
            place = now;
            inhaling = stroke.inhales();
        }
    }

    @Override
    public double peak() {
        return LOUD;
    }
}

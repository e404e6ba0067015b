package org.stillpoint.ui.sound;

/** A sine whose pitch glides. One thread. */
final class Tone {

    private static final double GLIDE_SECONDS = 0.04;

    private final double rateHz;
    private final double glide;
    private double hz;
    private double turns;

    Tone(double rateHz, double startHz) {
        this.rateHz = rateHz;
        this.hz = startHz;
        this.glide = 1 - Math.exp(-1 / (GLIDE_SECONDS * rateHz));
    }

    /** One step on; the angle in radians, of which sines of whole and half multiples may be taken. */
    double angle(double wantedHz) {
        hz += glide * (wantedHz - hz);
        turns += hz / rateHz;
        turns -= 4 * Math.floor(turns / 4);
        return 2 * Math.PI * turns;
    }
}

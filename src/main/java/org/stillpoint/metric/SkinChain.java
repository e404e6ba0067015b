package org.stillpoint.metric;

import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Quality;

/** Skin conductance or temperature: the value itself, NaN where it cannot be used. A steady temperature is no fault. */
final class SkinChain implements Chain {

    private final boolean steadyIsGood;
    private double level = Double.NaN;

    SkinChain(Modality modality) {
        steadyIsGood = modality == Modality.TEMP;
    }

    @Override
    public Event step(double value, Quality quality, double tSeconds) {
        boolean usable = quality.usable() || quality == Quality.FLAT && steadyIsGood;
        level = usable && Double.isFinite(value) ? value : Double.NaN;
        return Event.NONE;
    }

    @Override
    public double level() {
        return level;
    }
}

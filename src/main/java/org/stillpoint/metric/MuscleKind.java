package org.stillpoint.metric;

import java.util.function.Function;
import org.stillpoint.signal.Modality;

/**
 * A measure of each muscle channel: its id ends in the channel's, its name begins with the channel's and ends with the band.
 *
 * @param unit empty = µV, or sensor units for an envelope
 */
record MuscleKind(
        String id, String words, String unit, double windowSeconds, Partner partner, Function<Ground, Meter> maker)
        implements Measure {

    MuscleKind(String id, String words, String unit, double windowSeconds, Function<Ground, Meter> maker) {
        this(id, words, unit, windowSeconds, Partner.NONE, maker);
    }

    @Override
    public Source source() {
        return Source.MUSCLE;
    }

    @Override
    public Metric metric(Ground ground) {
        EmgBand band = ground.band();
        String other =
                ground.partner() == null ? "" : " " + ground.partner().channel().name();
        String name = ground.channel().name() + ", " + words + other + (band.known() ? ", " + band.words() : "");
        String shown = !unit.isEmpty() ? unit : band.known() ? "µV" : "sensor units";
        return new Metric(id + "@" + ground.channel().id(), name, shown, Modality.EMG, windowSeconds, band.words());
    }

    @Override
    public Meter meter(Ground ground) {
        return maker.apply(ground);
    }
}

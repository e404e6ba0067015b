package org.stillpoint.metric;

import java.util.function.Function;
import org.stillpoint.signal.Modality;

/**
 * A measure of each skin channel: its id ends in the channel's, its name begins with the channel's.
 *
 * @param unit empty = the channel's own
 */
record SkinKind(
        String id,
        String words,
        String unit,
        Source source,
        Modality modality,
        double windowSeconds,
        Function<Ground, Meter> maker)
        implements Measure {

    @Override
    public Metric metric(Ground ground) {
        return new Metric(
                id + "@" + ground.channel().id(),
                ground.channel().name() + words,
                unit.isEmpty() ? ground.channel().unit().label() : unit,
                modality,
                windowSeconds,
                "");
    }

    @Override
    public Meter meter(Ground ground) {
        return maker.apply(ground);
    }
}

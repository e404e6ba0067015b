package org.stillpoint.metric;

import java.util.function.Function;
import org.stillpoint.signal.Modality;

/** Makes measures of each skin channel: the id ends in the channel's, the name begins with it. */
final class SkinKind {

    private SkinKind() {}

    /**
     * @param unit empty = the channel's own
     */
    static Measure of(
            String id,
            String words,
            String unit,
            Measure.Source source,
            Modality modality,
            double windowSeconds,
            Function<Ground, Meter> maker) {
        return new Kind(id, words, unit, source, modality, windowSeconds, maker);
    }

    /** One of them. */
    private record Kind(
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
}

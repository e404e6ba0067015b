package org.stillpoint.metric;

import java.util.function.Function;
import org.stillpoint.signal.Modality;

/** Makes measures of each muscle channel: the id ends in the channel's, the name begins with it and ends with the band. */
final class MuscleKind {

    private MuscleKind() {}

    /**
     * @param unit empty = µV, or sensor units for an envelope
     */
    static Measure of(String id, String words, String unit, double windowSeconds, Function<Ground, Meter> maker) {
        return of(id, words, unit, windowSeconds, Measure.Partner.NONE, maker);
    }

    /** The same with a second muscle, which the name then names. */
    static Measure of(
            String id,
            String words,
            String unit,
            double windowSeconds,
            Measure.Partner partner,
            Function<Ground, Meter> maker) {
        return new Kind(id, words, unit, windowSeconds, partner, maker);
    }

    /** One of them. */
    private record Kind(
            String id, String words, String unit, double windowSeconds, Partner partner, Function<Ground, Meter> maker)
            implements Measure {

        @Override
        public Source source() {
            return Source.MUSCLE;
        }

        @Override
        public Metric metric(Ground ground) {
            EmgBand band = ground.band();
            String other = ground.partner() == null
                    ? ""
                    : " " + ground.partner().channel().name();
            String name = ground.channel().name() + ", " + words + other + (band.known() ? ", " + band.words() : "");
            String shown = !unit.isEmpty() ? unit : band.known() ? "µV" : "sensor units";
            return new Metric(id + "@" + ground.channel().id(), name, shown, Modality.EMG, windowSeconds, band.words());
        }

        @Override
        public Meter meter(Ground ground) {
            return maker.apply(ground);
        }
    }
}

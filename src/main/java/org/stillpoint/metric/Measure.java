package org.stillpoint.metric;

import org.stillpoint.signal.Modality;

/** A kind of measure: what it is called on a given ground, and a new meter for it. */
public interface Measure {

    /** Where its values come from. */
    enum Source {
        /** Filtered samples of each muscle channel. */
        MUSCLE,
        /** Beats of the session's heart, breaths where there are any. */
        HEART,
        /** Breaths of the session's belt. */
        BREATH
    }

    Source source();

    /** What it is called on this ground. */
    Metric metric(Ground ground);

    /** A new running computation. */
    Meter meter(Ground ground);

    /** A measure whose name does not depend on its ground. */
    static Measure of(Source source, Metric metric, java.util.function.Supplier<Meter> maker) {
        return new Measure() {
            @Override
            public Source source() {
                return source;
            }

            @Override
            public Metric metric(Ground ground) {
                return metric;
            }

            @Override
            public Meter meter(Ground ground) {
                return maker.get();
            }
        };
    }

    /** The kind of channel without which it cannot be. */
    default Modality modality() {
        return switch (source()) {
            case MUSCLE -> Modality.EMG;
            case HEART -> Modality.ECG;
            case BREATH -> Modality.RESP;
        };
    }
}

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
        /** Breaths of the session's belt, and its smoothed samples. */
        BREATH,
        /** Samples of each skin conductance channel. */
        CONDUCTANCE,
        /** Samples of each temperature channel. */
        TEMPERATURE
    }

    /** What it needs beside its source. */
    enum Partner {
        NONE,
        /** A belt; without one the measure is listed and says that a sensor is missing. */
        BELT,
        /** No belt: it stands in for one, and is not listed where there is one. */
        WITHOUT_BELT,
        /** A second belt; not listed without. */
        SECOND_BELT,
        /** Muscles in pairs, in the order of the channels; not listed for one alone. */
        SECOND_MUSCLE
    }

    Source source();

    default Partner partner() {
        return Partner.NONE;
    }

    /** What it is called on this ground. */
    Metric metric(Ground ground);

    /** A new running computation. */
    Meter meter(Ground ground);

    /** A measure whose name does not depend on its ground. */
    static Measure of(Source source, Metric metric, java.util.function.Supplier<Meter> maker) {
        return of(source, Partner.NONE, metric, maker);
    }

    /** A measure whose name does not depend on its ground, with what it needs beside its source. */
    static Measure of(Source source, Partner partner, Metric metric, java.util.function.Supplier<Meter> maker) {
        return new Fixed(source, partner, metric, maker);
    }

    /** The kind of channel without which it cannot be. */
    default Modality modality() {
        return switch (source()) {
            case MUSCLE -> Modality.EMG;
            case HEART -> Modality.ECG;
            case BREATH -> Modality.RESP;
            case CONDUCTANCE -> Modality.EDA;
            case TEMPERATURE -> Modality.TEMP;
        };
    }

    /** See {@link Measure#of}. */
    record Fixed(Source source, Partner partner, Metric name, java.util.function.Supplier<Meter> maker)
            implements Measure {

        @Override
        public Metric metric(Ground ground) {
            return name;
        }

        @Override
        public Meter meter(Ground ground) {
            return maker.get();
        }
    }
}

package org.stillpoint.metric;

import org.stillpoint.signal.Quality;

/** What happens to one line of a pipeline, value by value. One thread; no allocation in {@link #step}. */
interface Chain {

    /** The chain of what a line measures. */
    static Chain of(Pipeline.Line line, PipelineSettings settings) {
        return switch (line.channel().modality()) {
            case ECG, PPG -> new HeartChain(line.channel().modality(), line.rateHz());
            case IBI -> new IntervalChain();
            case RESP, RESP2 -> new BreathChain(line.rateHz());
            case EMG ->
                new MuscleChain(
                        new Ground(
                                line.channel(),
                                line.rateHz(),
                                settings.emgWindowSeconds(),
                                settings.restMicrovolts(),
                                false,
                                null,
                                settings.band()),
                        settings.mainsHz());
            case EDA, TEMP -> new SkinChain(line.channel().modality());
            default -> new PlainChain();
        };
    }

    /**
     * @param value in the channel's unit; NaN = none
     * @param quality of the newest stretch
     * @param tSeconds time of the value
     */
    Event step(double value, Quality quality, double tSeconds);

    default double eventSeconds() {
        return Double.NaN;
    }

    default double eventValue() {
        return Double.NaN;
    }

    /** Whether what it finds cannot be trusted, for reasons that the codes alone do not show. */
    default boolean poor() {
        return false;
    }

    /** While held, what is judged from neighbours is not judged: held time must leave no trace. */
    default void hold(boolean on) {}

    /** Newest value for the screen. */
    double level();

    /** Newest value for the meters of this channel. */
    default double filtered() {
        return level();
    }
}

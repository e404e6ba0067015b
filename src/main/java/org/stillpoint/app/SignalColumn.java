package org.stillpoint.app;

import org.stillpoint.metric.Pipeline;

/** One column of samples with what was found in it. */
final class SignalColumn {

    private final ColumnMap map;
    private final int place;
    private final FoundBeats beats = new FoundBeats();
    private final FoundBreaths breaths = new FoundBreaths();
    private final FoundBursts bursts;
    private final MuscleSamples samples;

    /**
     * @param place its place among the numbers of a {@link RowBlock}
     * @param rateHz of rows that follow each other evenly; NaN when each has its own time
     */
    SignalColumn(ColumnMap map, int place, double rateHz) {
        this.map = map;
        this.place = place;
        bursts = new FoundBursts(map.column());
        samples = new MuscleSamples(rateHz);
    }

    ColumnMap map() {
        return map;
    }

    int place() {
        return place;
    }

    /** Takes the pipeline's newest event. */
    void note(Pipeline pipeline, double now) {
        switch (pipeline.event()) {
            case BEAT, PULSE -> beats.add(pipeline, now);
            case INHALE -> breaths.inhale(pipeline, now);
            case EXHALE -> breaths.exhale(pipeline);
            case BREATH -> breaths.breath(pipeline, now);
            case BURST_ON -> bursts.on(pipeline, now);
            case BURST_OFF -> bursts.off(pipeline);
            default -> {
                // nothing was found
            }
        }
    }

    /** Figures of a muscle are made of its samples themselves. */
    void keep(RowBlock block) {
        if (map.role().equals("emg")) {
            samples.add(block, place);
        }
    }

    /** No more will come. */
    void end() {
        breaths.end();
        bursts.end();
    }

    FoundBeats beats() {
        return beats;
    }

    FoundBreaths breaths() {
        return breaths;
    }

    FoundBursts bursts() {
        return bursts;
    }

    MuscleSamples samples() {
        return samples;
    }
}

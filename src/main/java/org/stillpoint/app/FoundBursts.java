package org.stillpoint.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stillpoint.metric.Pipeline;

/** The contractions of one muscle as the pipeline announced them. */
final class FoundBursts {

    private record Burst(String column, double onset, double emitted, double end, double peak) {}

    private final String column;
    private final List<Burst> bursts = new ArrayList<>();
    private double onset = Double.NaN;
    private double emitted = Double.NaN;

    FoundBursts(String column) {
        this.column = column;
    }

    void on(Pipeline pipeline, double now) {
        onset = pipeline.eventSeconds();
        emitted = now;
    }

    void off(Pipeline pipeline) {
        add(pipeline.eventSeconds(), pipeline.eventValue());
    }

    /** One that lasts has no end. */
    void end() {
        if (onset == onset) {
            add(Double.NaN, Double.NaN);
        }
    }

    private void add(double end, double peak) {
        bursts.add(new Burst(column, onset, emitted, end, peak));
        onset = Double.NaN;
    }

    /** Onset and end in seconds of the longest one; empty when there is none of 10 s. */
    double[] longest(double recordEnd) {
        double[] longest = {};
        for (Burst burst : bursts) {
            double end = Double.isFinite(burst.end()) ? burst.end() : recordEnd;
            double length = end - burst.onset();
            if (length > 10 && (longest.length == 0 || length > longest[1] - longest[0])) {
                longest = new double[] {burst.onset(), end};
            }
        }
        return longest;
    }

    /** All muscles' in the order of their announcement; of several muscles each row says whose it is. */
    static String csv(List<FoundBursts> muscles, double start) {
        boolean several = muscles.size() > 1;
        EventText text = new EventText("t_s,emitted_s,end_s,peak_uV" + (several ? ",channel" : ""), start);
        List<Burst> all = new ArrayList<>();
        muscles.forEach(muscle -> all.addAll(muscle.bursts));
        all.sort(Comparator.comparingDouble(Burst::emitted));
        for (Burst burst : all) {
            text.times(burst.onset(), burst.emitted(), burst.end());
            text.value(burst.peak());
            if (several) {
                text.word(burst.column());
            }
            text.end();
        }
        return text.toString();
    }
}

package org.stillpoint.training;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stillpoint.metric.Metric;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;

/**
 * What an exercise begins with.
 *
 * @param protocol the one that runs
 * @param pacer written by the exercise that paces
 * @param sensors what is worn
 * @param metrics what is measured: their places are those of {@link Feedback#meterValue}
 * @param remembered what earlier sessions found
 * @param scripts texts that phases name, by their ids
 */
public record Start(
        Protocol protocol,
        PacerCell pacer,
        Set<Modality> sensors,
        List<Metric> metrics,
        Remembered remembered,
        Map<String, Script> scripts) {

    /** Without any script. */
    public Start(
            Protocol protocol, PacerCell pacer, Set<Modality> sensors, List<Metric> metrics, Remembered remembered) {
        this(protocol, pacer, sensors, metrics, remembered, Script.NONE);
    }

    /** A first session in which everything is worn and nothing is measured. */
    public Start(Protocol protocol, PacerCell pacer) {
        this(protocol, pacer, Set.of(Modality.values()), List.of(), Remembered.NOTHING);
    }

    /** Place of a measure in {@link Feedback#meterValue}; -1 when it is not measured. */
    public int meter(String id) {
        for (int i = 0; i < metrics.size(); i++) {
            if (metrics.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}

package org.stillpoint.care;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A measure of a whole session or phase with its ground.
 *
 * @param name id of the metric
 * @param title what a person reads
 * @param value NaN = absent, then {@code reason} says why
 * @param unit what a person reads; empty only for a pure number
 * @param reason why it is absent, in words; empty when present
 * @param windowSeconds length of signal behind the value; NaN when absent
 * @param bandLowHz lower edge of the band; NaN where a band means nothing
 * @param bandHighHz upper edge
 * @param artefactPercent share of corrected or left-out input, 0 … 100
 * @param phase title of the phase; empty = the whole session
 * @param fromSeconds start of the phase since the session's start
 * @param recipe how the value was made, by parameter; empty when absent or not told
 */
public record MeasureResult(
        String name,
        String title,
        double value,
        String unit,
        String reason,
        double windowSeconds,
        double bandLowHz,
        double bandHighHz,
        double artefactPercent,
        String phase,
        double fromSeconds,
        Map<String, String> recipe) {

    public MeasureResult {
        // sessions of earlier versions were stored without
        phase = phase == null ? "" : phase;
        recipe = recipe == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(recipe));
    }

    /** Of a whole session, its recipe not told. */
    public MeasureResult(
            String name,
            String title,
            double value,
            String unit,
            String reason,
            double windowSeconds,
            double bandLowHz,
            double bandHighHz,
            double artefactPercent) {
        this(name, title, value, unit, reason, windowSeconds, bandLowHz, bandHighHz, artefactPercent, "", 0, Map.of());
    }

    /** The same of a phase. */
    public MeasureResult in(String title, double seconds) {
        return new MeasureResult(
                name,
                this.title,
                value,
                unit,
                reason,
                windowSeconds,
                bandLowHz,
                bandHighHz,
                artefactPercent,
                title,
                seconds,
                recipe);
    }
}

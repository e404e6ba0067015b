package org.stillpoint.care;

/**
 * A measure of a whole session or phase with its ground.
 *
 * @param name id of the metric
 * @param title what a person reads
 * @param value NaN = absent, then {@code reason} says why
 * @param unit what a person reads; never empty for a present value
 * @param reason why it is absent, in words; empty when present
 * @param windowSeconds length of signal behind the value
 * @param bandLowHz lower edge of the band; NaN where a band means nothing
 * @param bandHighHz upper edge
 * @param artefactPercent share of corrected or left-out input, 0 … 100
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
        double artefactPercent) {}

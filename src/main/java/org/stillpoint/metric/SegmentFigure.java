package org.stillpoint.metric;

import java.util.Map;

/**
 * One figure of one segment of a session, with its ground.
 *
 * @param name as {@code analyze} names it, for instance {@code time.rmssd}
 * @param title what a person reads
 * @param value NaN = absent, then {@code reason} says why
 * @param unit what a person reads
 * @param reason why it is absent, in words; empty when present
 * @param windowSeconds length of signal behind the value; NaN when absent
 * @param bandLowHz lower edge of the band; NaN where a band means nothing
 * @param bandHighHz upper edge
 * @param leftOutPercent share of the segment's intervals that are not normal; NaN when none were judged
 * @param recipe how it was made; empty when absent
 */
public record SegmentFigure(
        String name,
        String title,
        double value,
        String unit,
        String reason,
        double windowSeconds,
        double bandLowHz,
        double bandHighHz,
        double leftOutPercent,
        Map<String, String> recipe) {}

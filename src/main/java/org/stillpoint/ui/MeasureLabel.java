package org.stillpoint.ui;

/**
 * How a measure is written beside its number.
 *
 * @param name for instance {@code Swing per breath}
 * @param unit small and muted beside the number
 * @param ground window, band: what the number rests on, in words
 * @param decimals digits behind the point
 */
public record MeasureLabel(String id, String name, String unit, String ground, int decimals) {}

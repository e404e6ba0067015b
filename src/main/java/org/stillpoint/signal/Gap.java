package org.stillpoint.signal;

/**
 * Samples that never came. Index and time stay in step: the samples exist as NaN.
 *
 * @param firstIndex index of the first lost sample
 * @param samples how many are lost
 * @param estimated true when the count comes from the clock and not from the device's own counter
 * @param reason one word: {@code frames}, {@code unplugged}, {@code silence}, {@code reader}
 */
public record Gap(long firstIndex, long samples, boolean estimated, String reason) {}

package org.stillpoint.care;

/**
 * A measure that the goal of a trial names, over that trial.
 *
 * @param name id of the metric
 * @param title what a person reads
 * @param unit what a person reads
 * @param all over the whole trial
 * @param shown over the stretches with feedback on the screen
 * @param alone over the stretches of a feedback trial in which it was veiled
 */
public record TrialMeasure(String name, String title, String unit, Spread all, Spread shown, Spread alone) {}

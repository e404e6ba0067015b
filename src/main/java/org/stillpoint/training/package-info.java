/**
 * What is asked of the patient, live, and how well it goes.
 *
 * <p>Lives here: protocols and their phases, exercises, thresholds, the pacer, the newest feedback. May use:
 * {@code metric} and {@code signal}; {@code acquisition} in {@code TrainingLoop} alone; no library. To add an exercise:
 * one file and a line in {@code Exercises}.
 */
package org.stillpoint.training;

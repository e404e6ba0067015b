/**
 * Ground floor: the nouns of biosignals as records, and their maths on {@code double}.
 *
 * <p>Lives here: {@code Channel}, {@code Modality}, {@code Unit}, {@code Quality}, {@code Gap}, {@code Marker}; filters,
 * detectors and spectra that step sample by sample. No I/O, no thread, no clock.
 *
 * <p>May use: the JDK and JTransforms. To add a kernel: one final class with private state and a {@code step}.
 */
package org.stillpoint.signal;

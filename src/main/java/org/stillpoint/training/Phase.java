package org.stillpoint.training;

/**
 * One step of a protocol.
 *
 * @param title what the ribbon shows, for instance {@code Trial 1}
 * @param kind what it is for
 * @param seconds planned length
 * @param text the one sentence that the patient reads
 */
public record Phase(String title, PhaseKind kind, double seconds, String text) {}

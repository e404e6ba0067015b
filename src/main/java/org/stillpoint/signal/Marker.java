package org.stillpoint.signal;

/**
 * Something that happened at a time.
 *
 * @param tSeconds seconds since the session's start
 * @param kind {@code hold}, {@code resume}, {@code phase}, {@code note}, {@code threshold}, {@code pacer}, {@code gap}, {@code stop} …
 * @param label what it says; may hold a person's words, so it never goes to a log
 */
public record Marker(double tSeconds, String kind, String label) {}

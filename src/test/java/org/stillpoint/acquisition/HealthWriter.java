package org.stillpoint.acquisition;

/** Writes a line's health as its reader would, for tests of the screens. */
public final class HealthWriter {

    private HealthWriter() {}

    public static void line(Health health, Health.Line line, String message) {
        health.line(line);
        health.message(message);
    }
}

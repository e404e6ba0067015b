package org.stillpoint.care;

/**
 * A person who trains here; prints as its number.
 *
 * @param id opaque id, 16 hexadecimal digits
 * @param number running number in this station
 * @param code what the therapist calls the person; never goes to a log, a file name or an error message
 */
public record Patient(String id, long number, String code) {

    /** Code of whoever trains without one. */
    public static final String GUEST = "guest";

    @Override
    public String toString() {
        return "patient " + number;
    }
}

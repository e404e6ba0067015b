package org.stillpoint.device;

import java.nio.file.Path;

/**
 * What is wrong in a profile; prints as {@code file:line: reason}.
 *
 * @param line counted from 1
 * @param reason what was found and what was expected
 */
public record ProfileProblem(Path file, int line, String reason) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}

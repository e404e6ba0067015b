package org.stillpoint.ui;

import java.util.List;

/**
 * A question to the patient, in plain words.
 *
 * @param id word of protocols and recordings
 * @param words the question itself, one sentence
 * @param low what 0 means
 * @param high what 10 means
 * @param choices words to choose from; empty = it is answered with a number from 0 to 10
 */
public record Question(String id, String words, String low, String high, List<String> choices) {

    /** The highest number. */
    public static final int MOST = 10;

    Question(String id, String words, String low, String high) {
        this(id, words, low, high, List.of());
    }

    /** Whether the answer is a number from 0 to 10. */
    public boolean number() {
        return choices.isEmpty();
    }
}

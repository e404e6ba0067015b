package org.stillpoint.ui.console;

/** What stands beside a number: full = its rules hold, hollow = corrected or short, dash = absent. */
enum Mark {
    FULL("its rules hold"),
    HOLLOW("corrected or short"),
    DASH("absent");

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}

package org.stillpoint.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is asked once before a person's first use; a yes is a reason to take care, never a diagnosis. */
public enum SafetyQuestion {
    IMPLANT("A pacemaker or another implanted device", true),
    RHYTHM("Atrial fibrillation, or a heart that often beats out of turn", true),
    FAINTING("Fainting, or low blood pressure"),
    SEIZURES("Seizures"),
    LUNGS("Asthma, COPD or another lung disease"),
    PREGNANCY("Pregnancy"),
    RECENT("An operation, an injury or new pain not long ago"),
    INSULIN("Diabetes treated with insulin"),
    REALITY("Hearing voices, or feeling outside yourself"),
    PANIC("Panic attacks"),
    LOW_MOOD("Feeling very low or without hope most of the time"),
    MEDICINE("A medicine that was changed not long ago");

    private static final String ASKED = "of_" + values().length;

    private final String words;
    private final boolean heart;

    SafetyQuestion(String words) {
        this(words, false);
    }

    SafetyQuestion(String words, boolean heart) {
        this.words = words;
        this.heart = heart;
    }

    /** What the person reads beside the box to tick. */
    public String words() {
        return words;
    }

    /** Whether the heart's rhythm then tells nothing that could be trained. */
    public boolean heart() {
        return heart;
    }

    /** The word in the person's sealed data. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * Those that were answered with yes, from their sealed words; absent when nobody asked, or when something is asked now
     * that was not asked then: a question that was never put has no answer.
     */
    public static Optional<List<SafetyQuestion>> read(String stored) {
        List<String> ids = List.of(stored.split(","));
        if (!ids.contains(ASKED)) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(values())
                .filter(question -> ids.contains(question.id()))
                .toList());
    }

    /** The sealed words of these, {@code none} when there are none, and of how many questions. */
    public static String stored(List<SafetyQuestion> yes) {
        String ids = yes.isEmpty()
                ? "none"
                : String.join(",", yes.stream().map(SafetyQuestion::id).toList());
        return ids + "," + ASKED;
    }
}

package org.stillpoint.training;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which groups of muscles a script leaves out because they hurt, and which the sensor sits on, from the answers {@code
 * pmr-skip: neck, hand} and {@code pmr-site: right-hand}. The training's thread only.
 */
final class MuscleGroups {

    static final String SKIPPED = "pmr_skipped_groups";

    private static final String SKIP = "pmr-skip: ";
    private static final String SITE = "pmr-site: ";

    private Set<String> skipped = Set.of();
    private Set<String> sensed = Set.of();
    private boolean hurtBefore;

    /** @param remembered what hurt the last time; what the sensor sees is asked each time */
    void begin(Remembered remembered) {
        hurtBefore = !remembered.text(SKIPPED).isEmpty();
        skipped = named(remembered.text(SKIPPED));
    }

    /** Takes an answer that is about groups; @return whether others are left out now. */
    boolean answer(String words) {
        if (words.startsWith(SITE)) {
            sensed = named(words.substring(SITE.length()));
        } else if (words.startsWith(SKIP)) {
            skipped = named(words.substring(SKIP.length()));
            return true;
        }
        return false;
    }

    /** The groups that words name, with commas between them. */
    static Set<String> named(String words) {
        Set<String> groups = new HashSet<>();
        for (String word : words.toLowerCase(Locale.ROOT).split("[,;]")) {
            if (!word.isBlank() && !word.strip().equals(Question.NONE)) {
                groups.add(word.strip().replace(' ', '-'));
            }
        }
        return groups;
    }

    Set<String> skipped() {
        return skipped;
    }

    /** Empty when nobody said: then it is the script's own. */
    Set<String> sensed() {
        return sensed;
    }

    /** Whether the sensor sits on this group. */
    boolean seen(Script script, String group) {
        return sensed.isEmpty() ? script.sensed().contains(group) : sensed.contains(group);
    }

    /** What hurts, to be remembered; nothing where nothing ever did. */
    Optional<Finding> finding() {
        return hurtBefore || !skipped.isEmpty()
                ? Optional.of(Finding.kept(
                        SKIPPED,
                        Double.NaN,
                        String.join(", ", skipped.stream().sorted().toList())))
                : Optional.empty();
    }
}

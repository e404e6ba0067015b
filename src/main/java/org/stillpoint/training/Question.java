package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.stillpoint.signal.Modality;

/**
 * A question of a session as data: in plain words what is asked, of whom, and what kind of answer it takes. Screens draw it
 * from this and know no exercise.
 *
 * @param id word of protocols, exercises and recordings
 * @param asks the question itself, one sentence
 * @param takes what kind of answer
 * @param by who answers; the therapist's are not asked on the patient's window
 * @param choices words to choose from, as exercises and recordings know them
 * @param labels what a person reads in their place, one for each; empty = the words themselves. <code>{emg 1}</code> and
 *     <code>{emg 2}</code> stand for the names of the muscle channels
 * @param none what the key says that gives the answer {@value #NONE} while nothing is chosen; empty = something is chosen
 * @param low what the lowest number means
 * @param high what the highest number means
 * @param from lowest number that is taken
 * @param to highest number that is taken
 * @param unit behind a number; may be empty
 * @param needs sensors without which it is not asked, one named twice is needed twice
 * @param ownWords whether other words than the choices are taken
 * @param remembered key of the finding whose words are chosen to begin with; empty = nothing is
 */
public record Question(
        String id,
        String asks,
        Takes takes,
        By by,
        List<String> choices,
        List<String> labels,
        String none,
        String low,
        String high,
        double from,
        double to,
        String unit,
        List<Modality> needs,
        boolean ownWords,
        String remembered) {

    /** The highest number of a rating. */
    public static final int MOST = 10;

    /** The answer when nothing was chosen and that is an answer. */
    public static final String NONE = "none";

    private static final double LARGEST = 999_999;

    /** Kinds of answers. */
    public enum Takes {
        /** A whole number from 0 to 10. */
        RATING,
        /** One whole number within a range. */
        NUMBER,
        YES_NO,
        /** One of the choices. */
        ONE,
        /** As many of the choices as apply. */
        SEVERAL,
        /** Free words. */
        WORDS,
        /** Whole numbers, one after the other, for as long as the phase lasts. */
        NUMBERS,
        /** Nothing but one large key that ends what is going on. */
        STOP;

        /** Whether the phase that asks waits for it when it ends with its answer. */
        public boolean awaited() {
            return this != NUMBERS && this != STOP;
        }

        /** Whether there are words to choose from. */
        public boolean chooses() {
            return this == ONE || this == SEVERAL || this == YES_NO;
        }
    }

    /** Who answers. */
    public enum By {
        PATIENT,
        THERAPIST
    }

    /** What an older recording's header does not know yet becomes absent. */
    public Question {
        takes = Objects.requireNonNullElse(takes, Takes.RATING);
        by = Objects.requireNonNullElse(by, By.PATIENT);
        choices = takes == Takes.YES_NO ? List.of("yes", "no") : choices == null ? List.of() : List.copyOf(choices);
        labels = labels == null ? List.of() : List.copyOf(labels);
        none = Objects.requireNonNullElse(none, "");
        low = Objects.requireNonNullElse(low, "");
        high = Objects.requireNonNullElse(high, "");
        from = takes == Takes.RATING || !(from >= 0) ? 0 : from;
        to = takes == Takes.RATING ? MOST : to > 0 ? to : LARGEST;
        unit = Objects.requireNonNullElse(unit, "");
        needs = needs == null ? List.of() : List.copyOf(needs);
        remembered = Objects.requireNonNullElse(remembered, "");
    }

    /** Answered by the patient with a number from 0 to 10. */
    public static Question rating(String id, String asks, String low, String high) {
        return of(id, asks, Takes.RATING, List.of(), low, high, false);
    }

    /** Answered by the patient with as many of these words as apply, or others. */
    public static Question several(String id, String asks, List<String> choices) {
        return of(id, asks, Takes.SEVERAL, choices, "", "", true);
    }

    private static Question of(
            String id, String asks, Takes takes, List<String> choices, String low, String high, boolean ownWords) {
        return new Question(
                id, asks, takes, By.PATIENT, choices, List.of(), "", low, high, 0, 0, "", List.of(), ownWords, "");
    }

    /** What a person reads for a choice. */
    public String label(int choice) {
        return labels.isEmpty() ? choices.get(choice) : labels.get(choice);
    }

    /** Whether these sensors make it worth asking. */
    public boolean fits(List<Modality> worn) {
        List<Modality> open = new ArrayList<>(needs);
        worn.forEach(open::remove);
        return open.isEmpty();
    }

    /** Place of a word among the choices, spaces and dashes alike; -1 when it is none. */
    public int choice(String word) {
        for (int i = 0; i < choices.size(); i++) {
            if (plain(choices.get(i)).equals(plain(word))) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}

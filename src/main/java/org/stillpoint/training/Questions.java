package org.stillpoint.training;

import java.util.List;

/** The catalogue of questions that any protocol may name, and those that every session asks. Own wording. */
public final class Questions {

    /** Asked before the first exercise. */
    public static final String DISTRESS_BEFORE = "distress_before";

    /** Asked after the last one. */
    public static final String DISTRESS_AFTER = "distress_after";

    /** Asked after each trial. */
    public static final String WHAT_HELPED = "what_helped";

    /** Asked before a task: how tense the muscle will be in it. */
    public static final String PREDICTION = TransferTrials.PREDICTION;

    private static final String DISTRESS = "How uneasy or upset are you right now?";
    private static final String AT_EASE = "at ease";
    private static final String MOST_UNEASY = "as uneasy as can be";

    private static final List<Question> ALL = List.of(
            Question.rating(DISTRESS_BEFORE, DISTRESS, AT_EASE, MOST_UNEASY),
            Question.rating(DISTRESS_AFTER, DISTRESS, AT_EASE, MOST_UNEASY),
            Question.rating("distress", DISTRESS, AT_EASE, MOST_UNEASY),
            Question.several(
                    WHAT_HELPED,
                    "What did you do?",
                    List.of(
                            "longer out-breath",
                            "smaller breaths",
                            "shoulders down",
                            "soft jaw",
                            "a place in mind",
                            "did less",
                            "nothing special")),
            Question.rating("tension", "How tense does your body feel now?", "not at all", "very tense"),
            Question.rating("comfort", "How comfortable was that for you?", "not at all", "very comfortable"),
            Question.rating("ease", "How easy was that?", "very hard", "very easy"),
            Question.rating("pain_now", "How strong is your pain now?", "no pain", "the strongest there is"),
            Question.rating(
                    "pain_day",
                    "How strong was your pain since yesterday, by and large?",
                    "no pain",
                    "the strongest there is"),
            Question.rating("stress_now", "How stressed do you feel right now?", "not at all", "very much"),
            Question.rating("sleep", "How did you sleep last night?", "very badly", "very well"),
            Question.rating("confidence", "How sure are you that you can manage the day?", "not at all", "very sure"),
            Question.rating("prediction", "How well do you think the next one will go?", "not at all", "very well"),
            Question.rating(
                    PREDICTION,
                    "How tense will the muscle be in the next task?",
                    "as at rest",
                    "as in the task at the beginning"),
            Question.rating("outcome", "How well did it go?", "not at all", "very well"),
            Question.rating("helped", "How much did that help?", "not at all", "very much"),
            Question.rating("energy", "How much strength do you have for today?", "none", "plenty"));

    private Questions() {}

    public static List<Question> all() {
        return ALL;
    }

    /** The question with this id; one that is not in the catalogue is asked by its own name, from not at all to very much. */
    public static Question of(String id) {
        return ALL.stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseGet(() -> unknown(id));
    }

    private static Question unknown(String id) {
        String words = id.replace('_', ' ').replace('-', ' ').strip();
        String asked =
                words.isEmpty() ? "How is it?" : Character.toUpperCase(words.charAt(0)) + words.substring(1) + "?";
        return Question.rating(id, asked, "not at all", "very much");
    }
}

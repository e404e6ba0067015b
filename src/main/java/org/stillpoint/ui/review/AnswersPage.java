package org.stillpoint.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stillpoint.care.Answer;
import org.stillpoint.care.Prediction;
import org.stillpoint.care.RatingResult;
import org.stillpoint.care.SessionResult;
import org.stillpoint.training.Questions;

/** What was asked in a session and what came of it: expected and measured side by side, ratings, answers in words. */
final class AnswersPage extends VBox {

    AnswersPage(SessionResult result) {
        super(6);
        setId("answers-text");
        List<Prediction> predictions = Prediction.of(result);
        if (!predictions.isEmpty()) {
            heading("Expected and measured");
            text("0 = as at rest, 10 = as in the task before training", "t12", "muted");
            predictions.forEach(this::prediction);
        }
        List<RatingResult> ratings = result.ratings().stream()
                .filter(rating -> predictions.isEmpty() || !rating.question().equals(Questions.PREDICTION))
                .toList();
        if (!ratings.isEmpty()) {
            heading("Ratings, 0 to 10");
            ratings.forEach(rating -> text(rating(rating), "t15"));
        }
        if (!result.answers().isEmpty()) {
            heading("Answers");
            answers(result.answers());
        }
    }

    /** Whether there is anything to show. */
    static boolean any(SessionResult result) {
        return !result.ratings().isEmpty() || !result.answers().isEmpty();
    }

    private void prediction(Prediction one) {
        text(one.task() + ": " + one.words() + (one.did().isEmpty() ? "" : " · did: " + one.did()), "t15");
        if (!one.reason().isEmpty()) {
            text(one.reason(), "t12", "muted");
        }
        if (one.expected() == one.expected() && one.measured() == one.measured()) {
            getChildren().add(new ScaleLine(one.expected(), one.measured()));
        }
    }

    private static String rating(RatingResult rating) {
        String name = words(rating.question());
        boolean both = rating.before() == rating.before() && rating.after() == rating.after();
        double only = rating.before() == rating.before() ? rating.before() : rating.after();
        String given = both ? number(rating.before()) + " before, " + number(rating.after()) + " after" : number(only);
        return name + ": " + given;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String words(String id) {
        String words = id.replace('_', ' ').replace('-', ' ');
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Answers to one question in one phase stand together. */
    private void answers(List<Answer> answers) {
        List<String> together = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            together.add(answer.words());
            Answer next = i + 1 < answers.size() ? answers.get(i + 1) : null;
            if (next == null
                    || !next.phase().equals(answer.phase())
                    || !next.question().equals(answer.question())) {
                String asked = answer.question().equals(Questions.WHAT_HELPED)
                        ? Questions.of(answer.question()).asks()
                        : words(answer.question());
                text(answer.phase() + " · " + asked, "t12", "muted");
                text(String.join(", ", together), "t15");
                together.clear();
            }
        }
    }

    private void heading(String title) {
        Label heading = text(title, "t13", "semibold", "muted");
        setMargin(heading, new Insets(getChildren().size() == 1 ? 0 : 12, 0, 0, 0));
    }

    private Label text(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(label);
        return label;
    }
}

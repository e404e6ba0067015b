package org.stillpoint.ui.review;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stillpoint.training.RateChoice;
import org.stillpoint.training.ResonanceBlock;
import org.stillpoint.training.ResonanceSheet;
import org.stillpoint.training.ResonanceVerdict;
import org.stillpoint.ui.PacedHeart;
import org.stillpoint.ui.Palette;

/**
 * A resonance assessment on one sheet: a row a rate with all its breaths over each other, their mean thick, the swing with
 * its error, how many breaths kept with the pacer, and the comfort; above it the verdict as a set of rates. A row that says
 * nothing is hollow and says why. Where it may be, a row is chosen as the rate to train at, once its caution was read. JavaFX
 * thread only.
 */
public final class ResonanceSheetView extends VBox {

    private final Label title = new Label();
    private final Label reason = new Label();
    private final ResonanceRows rows;
    private final Label asked = new Label();
    private final Button keep = new Button("Train here  Enter");
    private final Button leave = new Button("Leave it  Esc");
    private final HBox line = new HBox(12);
    private ResonanceSheet sheet = ResonanceSheet.EMPTY;
    private Consumer<RateChoice> keeps;
    private String refusal = "";
    private RateChoice choice;

    public ResonanceSheetView(Palette colors) {
        setId("resonance-sheet");
        getStyleClass().addAll("card", "sheet");
        title.getStyleClass().addAll("t24", "semibold");
        title.setId("resonance-verdict");
        reason.getStyleClass().addAll("t13", "muted");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        rows = new ResonanceRows(colors);
        VBox.setVgrow(rows, Priority.ALWAYS);
        asked.setId("train-here-words");
        asked.getStyleClass().add("t13");
        asked.setWrapText(true);
        asked.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(asked, Priority.ALWAYS);
        asked.setMaxWidth(Double.MAX_VALUE);
        button(keep, "train-here", this::keep);
        button(leave, "train-leave", this::leave);
        line.getChildren().addAll(asked, keep, leave);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(USE_PREF_SIZE);
        say("", false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (key(event.getCode())) {
                event.consume();
            }
        });
        getChildren().addAll(title, reason, line, rows);
        show(ResonanceSheet.EMPTY, List.of());
    }

    /** @param newBreaths the breaths of each block, as {@code PacedHeart} gives them */
    public void show(ResonanceSheet newSheet, List<List<PacedHeart.Breath>> newBreaths) {
        sheet = newSheet;
        title.setText(heading(newSheet));
        reason.setText(sheet.verdict()
                .map(ResonanceVerdict::reason)
                .orElse(
                        sheet.blocks().isEmpty()
                                ? "A row appears when the first rate has been breathed."
                                : "More rates are to come; nothing is said before all have been breathed."));
        setAccessibleText(title.getText() + ". " + reason.getText() + " "
                + sheet.blocks().stream().map(ResonanceSheetView::spoken).collect(Collectors.joining(". ")));
        rows.show(newSheet, newBreaths);
    }

    private static void button(Button button, String id, Runnable action) {
        button.setId(id);
        button.getStyleClass().add("chip");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
    }

    /**
     * Lets a row be chosen as the rate to train at.
     *
     * @param keeping called with what was confirmed
     * @param whyNot why nothing may be chosen here; empty = it may
     */
    public void onTrainHere(Consumer<RateChoice> keeping, String whyNot) {
        keeps = keeping;
        refusal = whyNot;
        rows.choosable(this::ask);
    }

    private void ask(int row) {
        RateChoice wanted = RateChoice.of(sheet, sheet.blocks().get(row).ratePerMinute());
        boolean may = refusal.isEmpty() && wanted.possible();
        choice = may ? wanted : null;
        rows.requestFocus();
        say(
                !refusal.isEmpty()
                        ? refusal
                        : may ? "Train at " + wanted.rate() + " from now on? " + wanted.words() : wanted.words(),
                may);
    }

    private void say(String words, boolean asks) {
        asked.setText(words.strip());
        keep.setVisible(asks);
        keep.setManaged(asks);
        leave.setVisible(asks);
        leave.setManaged(asks);
        line.setVisible(!words.isEmpty());
        line.setManaged(!words.isEmpty());
        asked.setAccessibleText(words);
    }

    private void keep() {
        if (choice != null) {
            RateChoice kept = choice;
            choice = null;
            keep.setDisable(true);
            keeps.accept(kept);
        }
    }

    private void leave() {
        choice = null;
        say("", false);
        rows.requestFocus();
    }

    /** The rate is kept: the next heart curve training begins there. */
    public void kept(RateChoice kept) {
        keep.setDisable(false);
        rows.chosen(kept.ratePerMinute());
        say("Kept: heart curve training begins at " + kept.rate() + ".", false);
    }

    /** It was not kept. @param why one sentence */
    public void notKept(String why) {
        keep.setDisable(false);
        say(why, false);
    }

    /** A key while the keyboard is here; whether it was for the sheet. */
    public boolean key(KeyCode key) {
        if (!isFocusWithin() && !isFocused()) {
            return false;
        }
        if (choice != null && key == KeyCode.ENTER) {
            keep();
            return true;
        }
        if (choice != null && key == KeyCode.ESCAPE) {
            leave();
            return true;
        }
        return rows.key(key);
    }

    /** Brings the keyboard to the rows, where they can be chosen. */
    public void take() {
        if (keeps != null) {
            rows.requestFocus();
        }
    }

    /** The verdict in a few words. */
    static String heading(ResonanceSheet sheet) {
        if (sheet.verdict().isEmpty()) {
            return sheet.blocks().isEmpty() ? "Resonance" : "Resonance, so far";
        }
        ResonanceVerdict verdict = sheet.verdict().get();
        return switch (verdict.status()) {
            case CONFIDENT ->
                verdict.set().size() == 1
                        ? "Train at " + rate(verdict.recommendedPerMinute()) + " a minute"
                        : set(verdict) + " are equal: train at " + rate(verdict.recommendedPerMinute());
            case INCONCLUSIVE ->
                verdict.set().isEmpty() ? "No rate stands out" : "Not sure: " + set(verdict) + " a minute";
            case FAILED -> "Nothing could be found";
        };
    }

    private static String set(ResonanceVerdict verdict) {
        List<String> rates =
                verdict.set().stream().map(ResonanceSheetView::rate).toList();
        int last = rates.size() - 1;
        return last < 1
                ? String.join("", rates)
                : String.join(", ", rates.subList(0, last)) + " and " + rates.get(last);
    }

    static String rate(double perMinute) {
        return String.format(Locale.ROOT, "%.1f", perMinute);
    }

    private static String spoken(ResonanceBlock block) {
        return rate(block.ratePerMinute()) + " a minute: "
                + (block.swing().present() ? "swing " + swing(block) : block.flaw());
    }

    static String swing(ResonanceBlock block) {
        return Double.isNaN(block.swing().error())
                ? String.format(Locale.ROOT, "%.1f", block.swing().value())
                : String.format(
                        Locale.ROOT,
                        "%.1f ± %.1f",
                        block.swing().value(),
                        block.swing().error());
    }
}

package org.stillpoint.ui.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.stillpoint.training.ResonanceBlock;
import org.stillpoint.training.ResonanceSheet;
import org.stillpoint.ui.BrokenLine;
import org.stillpoint.ui.PacedHeart;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.feedback.Painting;

/**
 * The rows of a resonance sheet, painted: a row a rate with its breaths, swing, company of the pacer and comfort. A row that
 * says nothing is hollow. Where rates can be chosen a press, or ↑ ↓ and Enter, asks for a row. JavaFX thread only.
 */
final class ResonanceRows extends Pane {

    private static final int BINS = 24;
    private static final double HEAD = 24;
    private static final double RATE_WIDE = 104;
    private static final double HIGHEST_ROW = 104;
    private static final double KEPT_WITH_PACER = 0.67;

    private final Palette colors;
    private final Painting painting = new Painting(this::paint);
    private ResonanceSheet sheet = ResonanceSheet.EMPTY;
    private List<List<PacedHeart.Breath>> breaths = List.of();
    private boolean choosable;
    private IntConsumer asked = row -> {};
    private double chosenPerMinute = Double.NaN;
    private int hovered = -1;
    private int focusedRow;

    ResonanceRows(Palette colors) {
        this.colors = colors;
        setId("resonance-rows");
        setMinSize(0, 60);
        getChildren().add(painting);
        setOnMouseMoved(event -> hover(rowAt(event.getY())));
        setOnMouseExited(event -> hover(-1));
        setOnMouseClicked(event -> {
            int row = rowAt(event.getY());
            if (row >= 0) {
                focusedRow = row;
                asked.accept(row);
            }
        });
        focusedProperty().addListener((focus, before, now) -> painting.repaint());
    }

    /** Lets a row be asked for. @param asks called with its place */
    void choosable(IntConsumer asks) {
        choosable = true;
        asked = asks;
        setFocusTraversable(true);
    }

    void show(ResonanceSheet newSheet, List<List<PacedHeart.Breath>> newBreaths) {
        sheet = newSheet;
        breaths = newBreaths;
        painting.repaint();
    }

    /** @param perMinute the rate that is trained next; NaN = none was chosen */
    void chosen(double perMinute) {
        chosenPerMinute = perMinute;
        painting.repaint();
    }

    /** A key while the keyboard is here; whether it was for the rows. */
    boolean key(KeyCode key) {
        if (!choosable || !isFocused() || sheet.blocks().isEmpty()) {
            return false;
        }
        switch (key) {
            case UP -> focusedRow = Math.max(0, focusedRow - 1);
            case DOWN -> focusedRow = Math.min(sheet.blocks().size() - 1, focusedRow + 1);
            case ENTER -> asked.accept(focusedRow);
            default -> {
                return false;
            }
        }
        painting.repaint();
        return true;
    }

    @Override
    protected void layoutChildren() {
        painting.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private double rowHigh() {
        return Math.min(
                HIGHEST_ROW,
                (painting.getHeight() - HEAD) / Math.max(1, sheet.blocks().size()));
    }

    private int rowAt(double y) {
        int row = (int) Math.floor((y - HEAD) / rowHigh());
        return choosable && row >= 0 && row < sheet.blocks().size() ? row : -1;
    }

    private void hover(int row) {
        if (row != hovered) {
            hovered = row;
            setCursor(row < 0 ? Cursor.DEFAULT : Cursor.HAND);
            painting.repaint();
        }
    }

    private int looked() {
        return isFocused() ? focusedRow : hovered;
    }

    private void paint(GraphicsContext g, double width, double height) {
        List<ResonanceBlock> blocks = sheet.blocks();
        if (blocks.isEmpty() || width < 300) {
            return;
        }
        double row = rowHigh();
        double curveX = RATE_WIDE;
        double curveWide = (width - RATE_WIDE) * 0.34;
        double barX = curveX + curveWide + 32;
        double barWide = (width - RATE_WIDE) * 0.26;
        double wordX = barX + barWide + 24;
        double span = span();
        double most = blocks.stream()
                .filter(block -> block.swing().present())
                .mapToDouble(block -> block.swing().value()
                        + (Double.isNaN(block.swing().error())
                                ? 0
                                : block.swing().error()))
                .max()
                .orElse(1);
        g.setFont(Theme.regular(12));
        g.setFill(colors.muted());
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText("each breath, from in to out", curveX, 2);
        g.fillText("swing, beats a minute", barX, 2);
        g.fillText("breaths with the pacer, comfort", wordX, 2, width - wordX);
        for (int i = 0; i < blocks.size(); i++) {
            ResonanceBlock block = blocks.get(i);
            double y = HEAD + i * row;
            paintRate(g, block, i, y, row, width);
            paintBreaths(
                    g,
                    i < breaths.size() ? breaths.get(i) : List.of(),
                    block,
                    curveX,
                    y + 6,
                    curveWide,
                    row - 12,
                    span);
            paintSwing(g, block, barX, y + row / 2, barWide, most);
            paintWords(g, block, wordX, y + row / 2, width - wordX);
        }
    }

    private double span() {
        double most = 2;
        for (List<PacedHeart.Breath> block : breaths) {
            for (PacedHeart.Breath breath : block) {
                for (double rate : breath.perMinute()) {
                    most = Math.max(most, Math.abs(rate));
                }
            }
        }
        return most;
    }

    private void paintRate(GraphicsContext g, ResonanceBlock block, int i, double y, double row, double width) {
        boolean looked = i == looked() && choosable;
        if (looked) {
            g.setStroke(colors.accent());
            g.setLineWidth(1);
            g.strokeRoundRect(0.5, y + 2.5, width - 1, row - 5, 12, 12);
        }
        if (sheet.inSet(block.ratePerMinute())) {
            g.setFill(colors.accent().deriveColor(0, 1, 1, 0.10));
            g.fillRoundRect(0, y + 2, width, row - 4, 12, 12);
        }
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(Theme.semiBold(18));
        g.setFill(colors.ink());
        g.fillText(ResonanceSheetView.rate(block.ratePerMinute()), 12, y + row / 2);
        g.setFont(Theme.regular(12));
        g.setFill(colors.muted());
        boolean again = sheet.blocks().subList(0, i).stream()
                .anyMatch(before -> before.ratePerMinute() == block.ratePerMinute());
        g.fillText(again ? "again" : "/min", 50, y + row / 2 + 1);
        boolean here = block.ratePerMinute() == chosenPerMinute;
        boolean offered = choosable && Double.isNaN(chosenPerMinute) && sheet.inSet(block.ratePerMinute());
        if (here || looked || offered) {
            g.setFill(colors.accent());
            g.setFont(Theme.medium(12));
            g.fillText(here ? "trained next" : "train here", 12, y + row / 2 + 18);
        }
    }

    private void paintBreaths(
            GraphicsContext g,
            List<PacedHeart.Breath> block,
            ResonanceBlock figures,
            double x,
            double y,
            double wide,
            double high,
            double span) {
        double middle = y + high / 2;
        double scale = high / 2 / span;
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setStroke(colors.line());
        g.setLineWidth(1);
        g.strokeLine(x, Math.round(middle) + 0.5, x + wide, Math.round(middle) + 0.5);
        double[] sums = new double[BINS];
        int[] counts = new int[BINS];
        g.setStroke(colors.heart().deriveColor(0, 1, 1, 0.28));
        for (PacedHeart.Breath breath : block) {
            g.beginPath();
            for (int i = 0; i < breath.shares().length; i++) {
                double px = x + breath.shares()[i] * wide;
                double py = middle - breath.perMinute()[i] * scale;
                if (i == 0) {
                    g.moveTo(px, py);
                } else {
                    g.lineTo(px, py);
                }
                int bin = Math.min(BINS - 1, (int) (breath.shares()[i] * BINS));
                sums[bin] += breath.perMinute()[i];
                counts[bin]++;
            }
            g.stroke();
        }
        if (Arrays.stream(counts).filter(count -> count > 0).count() < BINS / 2) {
            return;
        }
        g.setStroke(figures.usable() ? colors.heart() : colors.muted());
        g.setLineWidth(2.6);
        g.beginPath();
        boolean pen = false;
        for (int i = 0; i < BINS; i++) {
            double sum = 0;
            int count = 0;
            for (int k = Math.max(0, i - 1); k <= Math.min(BINS - 1, i + 1); k++) {
                sum += sums[k];
                count += counts[k];
            }
            if (count > 0) {
                pen = BrokenLine.point(g, pen, x + (i + 0.5) / BINS * wide, middle - sum / count * scale);
            }
        }
        g.stroke();
    }

    private void paintSwing(GraphicsContext g, ResonanceBlock block, double x, double y, double wide, double most) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        if (!block.swing().present()) {
            g.setFill(colors.muted());
            g.setFont(Theme.regular(13));
            g.fillText("—", x, y);
            return;
        }
        double bar = wide - 84;
        double scale = bar / most;
        double end = x + block.swing().value() * scale;
        Color heart = colors.heart();
        if (block.usable()) {
            g.setFill(heart.deriveColor(0, 1, 1, 0.35));
            g.fillRoundRect(x, y - 7, end - x, 14, 6, 6);
        } else {
            g.setStroke(heart.deriveColor(0, 1, 1, 0.6));
            g.setLineWidth(1.2);
            g.strokeRoundRect(x, y - 7, end - x, 14, 6, 6);
        }
        double error = block.swing().error() * scale;
        if (error == error) {
            g.setStroke(heart);
            g.setLineWidth(1.6);
            g.strokeLine(end - error, y, end + error, y);
            g.strokeLine(end - error, y - 4, end - error, y + 4);
            g.strokeLine(end + error, y - 4, end + error, y + 4);
        }
        g.setFill(colors.ink());
        g.setFont(Theme.medium(13));
        g.fillText(ResonanceSheetView.swing(block), x + bar + 12, y);
    }

    private void paintWords(GraphicsContext g, ResonanceBlock block, double x, double y, double wide) {
        boolean known = block.following() >= 0 && block.breaths() > 0;
        boolean kept = known && block.following() >= KEPT_WITH_PACER * block.breaths();
        String with = known ? (kept ? "✓ " : "") + block.following() + " of " + block.breaths() : "no belt";
        String comfort = Double.isNaN(block.comfort())
                ? "comfort not said"
                : String.format(Locale.ROOT, "comfort %.0f of 10", block.comfort());
        g.setFont(Theme.regular(13));
        g.setFill(kept ? colors.good() : colors.attention());
        g.fillText(with, x, y - (block.usable() ? 9 : 18), wide);
        g.setFill(colors.muted());
        g.fillText(comfort, x, y + (block.usable() ? 10 : 0), wide);
        if (!block.usable()) {
            g.fillText(block.flaw(), x, y + 18, wide);
        }
    }
}

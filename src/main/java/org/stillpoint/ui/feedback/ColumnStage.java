package org.stillpoint.ui.feedback;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.stillpoint.ui.Palette;

/**
 * One column in the middle of its room, the line to reach with its words, and what the column is of below it. What cannot
 * be read is an empty column and a sentence, never a low one.
 */
final class ColumnStage {

    private final Lettering lettering = new Lettering();
    private double width;
    private double height;
    private double unit;
    private boolean small;
    private LevelColumn column;

    /** Before each picture. @param readable whether the column is going to be filled */
    void room(double newWidth, double newHeight, boolean readable) {
        width = newWidth;
        height = newHeight;
        unit = Math.min(width / 560, height / 810);
        small = unit < 0.5;
        double wide = 176 * unit;
        double top = height * (small ? 0.07 : 0.09);
        double bottom = small ? height * (readable ? 0.82 : 0.62) : height * 0.71;
        column = new LevelColumn(width / 2 - wide / 2, top, wide, bottom - top, unit);
    }

    LevelColumn column() {
        return column;
    }

    double unit() {
        return unit;
    }

    boolean small() {
        return small;
    }

    /**
     * The line to reach.
     *
     * @param share where it is, of the column's height
     * @param words beside it, where there is room; may be empty
     * @param calm 0 … 1: how much it is reached
     */
    void goal(GraphicsContext g, Palette colors, double share, String words, double calm) {
        double y = column.level(share);
        double half = column.wide() / 2;
        double reach = half + Math.max(12, 56 * unit);
        g.setStroke(colors.ground());
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineWidth(Math.max(4, 8 * unit));
        g.strokeLine(width / 2 - half + column.rim(), y, width / 2 + half - column.rim(), y);
        Color line = colors.ink().interpolate(colors.good(), calm);
        g.setStroke(line);
        g.setLineWidth(Math.max(1.5, 2.5 * unit));
        g.strokeLine(width / 2 - reach, y, width / 2 + reach, y);
        if (width / 2 - reach - 36 * unit > 290 * Math.max(unit, 0.5)) {
            g.setFont(lettering.at(unit).side());
            g.setFill(colors.muted().interpolate(colors.good(), calm));
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(words, width / 2 + reach + 20 * unit, y);
        }
    }

    /** What the column is of, or why it is empty. */
    void words(GraphicsContext g, Palette colors, String title, Reading reading) {
        Lettering type = lettering.at(unit);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BASELINE);
        g.setFill(colors.ink());
        if (small && reading != Reading.THERE) {
            g.setFont(type.small());
            g.fillText(reading.firstLine(), width / 2, height * 0.62 + 18, width - 8);
            g.fillText(reading.secondLine(), width / 2, height * 0.62 + 34, width - 8);
        } else if (!small) {
            g.setFont(type.title());
            g.fillText(reading == Reading.THERE ? title : reading.words(), width / 2, height * 0.795, width - 32);
        }
    }
}

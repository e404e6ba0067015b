package org.stillpoint.ui.patient;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.stillpoint.ui.Palette;

/**
 * The patient's ground: from dusk above to night below. The two differ by few steps of brightness, so each pixel is
 * rounded up or down by a fixed noise; without it the steps would show as bands.
 */
final class Dusk extends Region {

    private final Palette colors;
    private final ImageView view = new ImageView();
    private int shownWidth;
    private int shownHeight;

    Dusk(Palette colors) {
        this.colors = colors;
        view.setManaged(false);
        view.setSmooth(false);
        getChildren().add(view);
        setMinSize(0, 0);
        setMouseTransparent(true);
    }

    @Override
    protected void layoutChildren() {
        int width = (int) Math.ceil(getWidth());
        int height = (int) Math.ceil(getHeight());
        if (width > 0 && height > 0 && (width != shownWidth || height != shownHeight)) {
            shownWidth = width;
            shownHeight = height;
            view.setImage(paint(width, height));
        }
    }

    private WritableImage paint(int width, int height) {
        WritableImage image = new WritableImage(width, height);
        int[] row = new int[width];
        int noise = 0x2545F491;
        for (int y = 0; y < height; y++) {
            Color color = colors.dusk().interpolate(colors.night(), y / (double) height);
            for (int x = 0; x < width; x++) {
                noise ^= noise << 13;
                noise ^= noise >>> 17;
                noise ^= noise << 5;
                double share = (noise >>> 8) * 0x1.0p-24;
                row[x] = 0xFF000000
                        | (int) (color.getRed() * 255 + share) << 16
                        | (int) (color.getGreen() * 255 + share) << 8
                        | (int) (color.getBlue() * 255 + share);
            }
            image.getPixelWriter().setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
        }
        return image;
    }
}

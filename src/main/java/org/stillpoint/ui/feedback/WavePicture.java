package org.stillpoint.ui.feedback;

import javafx.scene.canvas.GraphicsContext;
import org.stillpoint.ui.Palette;

/** One way to draw {@link WaveSignals}. */
interface WavePicture {

    /** @param unit 1 on a screen of full size */
    void paint(GraphicsContext g, Palette colors, WaveSignals signals, double width, double height, double unit);

    /** Where the verb stands, of the width. */
    double verbShare();

    /** Where the heart's figure stands, of the width. */
    double figureShare();

    /** Middle of the heart's scale, of the height. */
    double heartShare();
}

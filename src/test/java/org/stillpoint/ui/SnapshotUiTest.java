package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsFonts
class SnapshotUiTest {

    @Test
    void pictureReadsBackPixelByPixel(@TempDir Path folder) throws Exception {
        FxThread.start();
        Scene[] scene = new Scene[1];
        FxThread.await(() -> {
            Rectangle red = new Rectangle(10, 5, 20, 10);
            red.setFill(Color.web("#A8435C"));
            scene[0] = new Scene(new Pane(red), 60, 40, Color.web("#F6F4EF"));
            ((Pane) scene[0].getRoot()).setBackground(null);
        });
        Path file = folder.resolve("a/picture.png");
        Snapshot.png(scene[0], file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(60);
        assertThat(image.getRGB(20, 10) & 0xFFFFFF).isEqualTo(0xA8435C);
        assertThat(image.getRGB(50, 30) & 0xFFFFFF).isEqualTo(0xF6F4EF);
    }
}

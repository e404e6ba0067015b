package org.stillpoint.ui;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.transform.Transform;

/** Pictures of screens as PNG files, without AWT. The taking runs on the JavaFX thread, from any thread it is waited for. */
public final class Snapshot {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Snapshot() {}

    /**
     * Writes what the scene shows.
     *
     * @throws IOException if the file cannot be written
     */
    public static void png(Scene scene, Path file) throws IOException {
        Image[] image = new Image[1];
        FxThread.await(() -> image[0] = scene.snapshot(null));
        write(image[0], file);
    }

    /**
     * Writes what a node shows, with its own background.
     *
     * @param scale pixels a unit, 1 for a picture as on the screen
     * @throws IOException if the file cannot be written
     */
    public static void png(Node node, double scale, Path file) throws IOException {
        Image[] image = new Image[1];
        FxThread.await(() -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(scale, scale));
            image[0] = node.snapshot(parameters, null);
        });
        write(image[0], file);
    }

    private static void write(Image image, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path unfinished = parent.resolve(file.getFileName() + ".part");
        Files.write(unfinished, encode(image));
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The image as a PNG of 24 bits a pixel. */
    static byte[] encode(Image image) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED + 4);
        try (DeflaterOutputStream out = new DeflaterOutputStream(pixels, deflater, 1 << 16)) {
            PixelReader reader = image.getPixelReader();
            int[] row = new int[width];
            byte[] above = new byte[3 * width];
            byte[] line = new byte[1 + 3 * width];
            line[0] = 2; // each byte less the one above it: smooth pictures pack well
            for (int y = 0; y < height; y++) {
                reader.getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
                for (int x = 0; x < width; x++) {
                    for (int c = 0; c < 3; c++) {
                        byte value = (byte) (row[x] >> 16 - 8 * c);
                        line[1 + 3 * x + c] = (byte) (value - above[3 * x + c]);
                        above[3 * x + c] = value;
                    }
                }
                out.write(line);
            }
        } finally {
            deflater.end();
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        chunk(out, "IDAT", pixels.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) check.getValue());
    }
}

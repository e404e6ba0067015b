package org.stillpoint.app;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The picture of a virtual X display, read from the XWD file that {@code Xvfb -fbdir} keeps in memory. */
final class FrameBuffer {

    private static final int BYTES_PER_LINE = 48;
    private static final int COLOURS = 76;
    private static final int COLOUR_BYTES = 12;
    private static final int PIXEL_BYTES = 4;

    private final MappedByteBuffer file;
    private final int pixels;
    private final int bytesPerLine;

    private FrameBuffer(MappedByteBuffer file) {
        this.file = file;
        file.order(ByteOrder.BIG_ENDIAN);
        this.pixels = file.getInt(0) + COLOUR_BYTES * file.getInt(COLOURS);
        this.bytesPerLine = file.getInt(BYTES_PER_LINE);
    }

    /** Maps the file of the display's first screen. */
    static FrameBuffer of(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve("Xvfb_screen0"), StandardOpenOption.READ)) {
            return new FrameBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /** Colour of a pixel in the display's own byte order; only equality means something. */
    int pixel(int x, int y) {
        return file.getInt(pixels + y * bytesPerLine + x * PIXEL_BYTES);
    }
}

package org.stillpoint.ui.console;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.util.Callback;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.LiveDevice;
import org.stillpoint.ui.Palette;

/**
 * One live signal, swept from left to right into a pixel buffer: only the columns that changed are painted and handed
 * over. What has no value stays a visible gap; a reader that was lapped leaves one too and goes on. A muscle is its
 * signal, faint, with its RMS above it and a dotted line at the sensor's noise floor; a breath has the pacer dashed
 * beside it. JavaFX thread only; {@link #frame} allocates one rectangle.
 */
final class SweepTrace extends Region {

    private static final double GAP_AHEAD = 18;
    private static final double WARM_SECONDS = 1.5;

    private final SampleRing ring;
    private final Channel channel;
    private final int column;
    private final double rateHz;
    private final double windowSeconds;
    private final long windowSamples;
    private final double secondsALine;
    private final boolean muscle;
    private final boolean breath;
    private final Palette colors;
    private final TraceScale scale;
    private final ImageView view = new ImageView();
    private final Circle head = new Circle(3);

    private SampleRing.Cursor cursor;
    private TraceFilter filter;
    private Rectangle2D dirty = Rectangle2D.EMPTY;
    private final Callback<PixelBuffer<IntBuffer>, Rectangle2D> handOver = changed -> dirty;
    private PixelBuffer<IntBuffer> buffer;
    private int[] pixels = new int[0];
    private int width;
    private int height;
    private double density = 1;
    private LinePlane mainLine;
    private LinePlane faintLine;
    private PacerLine pacerLine;
    private int dirtyFrom;
    private int dirtyTo;
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;
    private double lastMainX = Double.NaN;
    private double lastMainY = Double.NaN;
    private long lastIndex = -1;
    private long fitIndex;
    private boolean redrawing;
    private Runnable scaleListener = () -> {};

    SweepTrace(LiveDevice device, int column, Palette colors) {
        this.ring = device.ring();
        this.channel = device.profile().channels().get(column);
        this.column = column;
        this.rateHz = device.rateHz();
        this.colors = colors;
        Modality modality = channel.modality();
        muscle = modality == Modality.EMG;
        breath = modality == Modality.RESP || modality == Modality.RESP2;
        boolean heart = modality == Modality.ECG || modality == Modality.PPG;
        windowSeconds = heart ? 10 : breath || muscle ? 30 : 60;
        secondsALine = heart ? 1 : breath || muscle ? 5 : 10;
        windowSamples = Math.max(2, Math.round(windowSeconds * rateHz));
        double step = Double.isNaN(channel.noise().step()) ? 0 : channel.noise().step();
        double floor =
                Double.isNaN(channel.noise().floor()) ? 0 : channel.noise().floor();
        scale = new TraceScale(muscle, Math.max(1e-9, Math.max(16 * step, 8 * floor)), windowSeconds);
        filter = new TraceFilter(modality, rateHz);
        cursor = ring.cursor();
        setId("trace-" + channel.id());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Live trace of " + modality.word() + ", " + channel.name());
        setMinSize(0, 0);
        view.setSmooth(false);
        head.setFill(colors.of(modality));
        head.setVisible(false);
        head.setManaged(false);
        view.setManaged(false);
        getChildren().addAll(view, head);
    }

    /** Called when the scale changed. */
    void onScale(Runnable listener) {
        scaleListener = listener;
    }

    TraceScale scale() {
        return scale;
    }

    double windowSeconds() {
        return windowSeconds;
    }

    double secondsALine() {
        return secondsALine;
    }

    @Override
    protected void layoutChildren() {
        double outputScale = getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getOutputScaleX());
        int wide = (int) Math.floor(getWidth() * outputScale);
        int high = (int) Math.floor(getHeight() * outputScale);
        if (wide < 8 || high < 8 || wide == width && high == height && outputScale == density) {
            return;
        }
        width = wide;
        height = high;
        density = outputScale;
        pixels = new int[wide * high];
        buffer = new PixelBuffer<>(wide, high, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        view.setImage(new WritableImage(buffer));
        view.setFitWidth(wide / density);
        view.setFitHeight(high / density);
        mainLine = new LinePlane(wide, high, (breath || muscle ? 2.2 : 1.5) * density);
        faintLine = muscle ? new LinePlane(wide, high, 0.9 * density) : null;
        pacerLine = breath ? new PacerLine(wide, high, density, pacerLine) : null;
        redraw();
    }

    /** Draws all samples that came since the last frame. */
    void frame(Feedback newest) {
        if (buffer == null) {
            return;
        }
        dirtyFrom = Integer.MAX_VALUE;
        dirtyTo = -1;
        long before = cursor.lost();
        if (cursor.available() > windowSamples) {
            redraw();
            return;
        }
        while (cursor.advance()) {
            draw(cursor.index(), filter.step(channel.value(cursor.code(column))));
        }
        if (cursor.lost() != before) {
            redraw();
            return;
        }
        if (pacerLine != null && !Double.isNaN(lastX)) {
            pacerLine.follow((int) lastX, newest, windowSeconds / width, scale);
        }
        if (lastIndex - fitIndex >= rateHz / 2) {
            fitIndex = lastIndex;
            if (scale.fit()) {
                scaleListener.run();
                redraw();
                return;
            }
        }
        showHead();
        handOver();
    }

    /** Draws the whole window again out of the ring: after another size, another scale, a long pause. */
    private void redraw() {
        mainLine.clear(0, width);
        if (faintLine != null) {
            faintLine.clear(0, width);
        }
        long from = Math.max(0, ring.published() - windowSamples + ahead());
        cursor = ring.cursorAt(Math.max(0, from - Math.round(WARM_SECONDS * rateHz)));
        filter = new TraceFilter(channel.modality(), rateHz);
        lastX = lastY = lastMainX = lastMainY = Double.NaN;
        lastIndex = -1;
        boolean unknown = Double.isNaN(scale.low());
        redrawing = true;
        while (cursor.advance()) {
            double value = filter.step(channel.value(cursor.code(column)));
            if (cursor.index() < from) {
                continue;
            }
            if (unknown) {
                scale.take(cursor.index() / rateHz, value);
            } else {
                draw(cursor.index(), value);
            }
        }
        redrawing = false;
        if (unknown && scale.fit()) {
            scaleListener.run();
            redraw();
            return;
        }
        if (pacerLine != null) {
            pacerLine.redraw(scale);
        }
        dirtyFrom = 0;
        dirtyTo = width;
        showHead();
        handOver();
    }

    private long ahead() {
        return Math.round(GAP_AHEAD * density / width * windowSamples);
    }

    private double x(long index) {
        return (index % windowSamples) * (double) width / windowSamples;
    }

    private double y(double value) {
        return (scale.high() - value) / (scale.high() - scale.low()) * height;
    }

    private void draw(long index, double value) {
        scale.take(index / rateHz, value);
        double x = x(index);
        if (index != lastIndex + 1 || x < lastX) {
            lastX = lastY = lastMainX = lastMainY = Double.NaN;
        }
        lastIndex = index;
        if (!redrawing) {
            clearAhead(x);
        }
        double y = y(value);
        if (muscle) {
            faintLine.segment(lastX, lastY, x, y);
            drawMain(x, y(filter.rms()));
        } else {
            drawMain(x, y);
        }
        touch(lastX, x, mainLine.reach());
        lastX = x;
        lastY = y;
    }

    private void drawMain(double x, double y) {
        boolean near = x - lastMainX < 0.3 && Math.abs(y - lastMainY) < 0.3;
        if (near) {
            return;
        }
        mainLine.segment(lastMainX, lastMainY, x, y);
        touch(lastMainX, x, mainLine.reach());
        lastMainX = x;
        lastMainY = y;
    }

    private void touch(double from, double to, int reach) {
        double first = Double.isNaN(from) ? to : Math.min(from, to);
        dirtyFrom = Math.min(dirtyFrom, (int) first - reach);
        dirtyTo = Math.max(dirtyTo, (int) Math.ceil(to) + reach + 1);
    }

    private void clearAhead(double x) {
        int gap = (int) Math.round(GAP_AHEAD * density);
        int from = Double.isNaN(lastX) ? (int) x : (int) Math.ceil(lastX) + gap;
        int to = (int) Math.ceil(x) + gap;
        if (Double.isNaN(lastX)) {
            from = Math.max(0, from);
        }
        if (from >= to) {
            return;
        }
        wipe(from, Math.min(width, to));
        if (to > width) {
            wipe(Math.max(0, from - width), to - width);
        }
    }

    private void wipe(int from, int to) {
        if (from >= to) {
            return;
        }
        mainLine.clear(from, to);
        if (faintLine != null) {
            faintLine.clear(from, to);
        }
        if (pacerLine != null) {
            pacerLine.clear(from, to);
        }
        dirtyFrom = Math.min(dirtyFrom, from);
        dirtyTo = Math.max(dirtyTo, to);
    }

    private void showHead() {
        boolean seen = !Double.isNaN(lastMainX) && !Double.isNaN(lastMainY) && lastMainX >= lastX - 4;
        head.setVisible(seen);
        if (seen) {
            head.setCenterX(lastMainX / density);
            head.setCenterY(Math.max(3, Math.min(height - 3, lastMainY)) / density);
        }
    }

    private void handOver() {
        int from = Math.max(0, dirtyFrom);
        int to = Math.min(width, dirtyTo);
        if (from >= to) {
            return;
        }
        compose(from, to);
        dirty = new Rectangle2D(from, 0, to - from, height);
        buffer.updateBuffer(handOver);
    }

    private void compose(int from, int to) {
        int ground = argb(colors.surface());
        int grid = mix(ground, argb(colors.line()), 150);
        int main = argb(colors.of(channel.modality()));
        int pale = argb(colors.muted());
        int pacer = argb(colors.accent());
        double columnsALine = width * secondsALine / windowSeconds;
        double floor = muscle ? channel.noise().floor() : Double.NaN;
        int floorRow = Double.isNaN(floor) || Double.isNaN(scale.low()) ? -1 : (int) Math.round(y(floor));
        int zeroRow = muscle && !Double.isNaN(scale.low()) ? (int) Math.round(y(0)) : -1;
        for (int x = from; x < to; x++) {
            boolean line = x > 0 && (int) (x / columnsALine) != (int) ((x - 1) / columnsALine);
            boolean dot = x % (int) (6 * density) < 2 * density;
            for (int y = 0; y < height; y++) {
                int color = line ? grid : ground;
                if (y == zeroRow && !line) {
                    color = grid;
                }
                if (faintLine != null) {
                    color = mix(color, main, faintLine.share(x, y) * 90 >> 8);
                }
                if (dot && floorRow >= 0 && y >= floorRow && y < floorRow + density) {
                    color = mix(color, pale, 220);
                }
                if (pacerLine != null) {
                    color = mix(color, pacer, pacerLine.share(x, y) * 200 >> 8);
                }
                pixels[y * width + x] = mix(color, main, mainLine.share(x, y));
            }
        }
    }

    private static int argb(Color color) {
        return 0xFF000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    private static int mix(int below, int above, int share) {
        if (share <= 0) {
            return below;
        }
        int rest = 255 - share;
        int red = ((below >> 16 & 0xFF) * rest + (above >> 16 & 0xFF) * share) / 255;
        int green = ((below >> 8 & 0xFF) * rest + (above >> 8 & 0xFF) * share) / 255;
        int blue = ((below & 0xFF) * rest + (above & 0xFF) * share) / 255;
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }
}

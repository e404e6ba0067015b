package org.stillpoint.ui.review;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.AxisMode;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.plugins.XRangeIndicator;
import io.fair_acc.chartfx.plugins.YValueIndicator;
import io.fair_acc.chartfx.plugins.Zoomer;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.LineStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.util.StringConverter;

/**
 * One curve of the summary on a chart whose time axis can be zoomed: drag to look closer, right click to go back.
 *
 * <p>The data are in the chart before it enters a scene, the axes have fixed ranges. A NaN is a break in the line.
 */
final class SummaryChart {

    static final double AXIS_WIDTH = 52;

    private static final double[] TIME_STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600};

    private final XYChart chart;
    private final DefaultNumericAxis time;
    private final DefaultNumericAxis value;

    /**
     * @param styleClass of the modality, for the colour of the line
     * @param seconds length of the session
     * @param withTime whether the time axis has its figures
     */
    SummaryChart(String styleClass, double[] times, double[] values, double seconds, double goal, boolean withTime) {
        time = new DefaultNumericAxis(0, Math.max(1, seconds), 60) {
            @Override
            public double computePreferredTickUnit(double length) {
                return timeStep((getMax() - getMin()) / Math.max(1, length / 80));
            }
        };
        time.setAutoRanging(false);
        time.setMinorTickCount(0);
        time.setName("");
        time.setUnit(null);
        time.setTickLabelFormatter(new Minutes());
        time.getStyleClass().add(withTime ? "time-axis" : "bare-axis");
        double[] range = range(values, goal);
        value = new DefaultNumericAxis(range[0], range[1], range[2]) {
            @Override
            public double computePreferredTickUnit(double length) {
                return range[2];
            }
        };
        value.setAutoRanging(false);
        value.setMinorTickCount(0);
        value.setName("");
        value.setUnit(null);
        value.setMaxMajorTickLabelCount(5);
        value.setTickLabelFormatter(new Figures(range[2]));
        value.getStyleClass().add("value-axis");
        value.setMinWidth(AXIS_WIDTH);
        value.setPrefWidth(AXIS_WIDTH);
        value.setMaxWidth(AXIS_WIDTH);
        chart = new XYChart(time, value);
        chart.setLegendVisible(false);
        chart.setAnimated(false);
        chart.setTitle(null);
        chart.getToolBar().setVisible(false);
        ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
        renderer.setErrorStyle(ErrorStyle.NONE);
        renderer.setDrawMarker(false);
        renderer.setAllowNaNs(true);
        renderer.setPolyLineStyle(LineStyle.NORMAL);
        renderer.getDatasets().setAll(new DoubleDataSet(styleClass, times, values, times.length, true));
        chart.getRenderers().setAll(renderer);
        chart.getStyleClass().addAll("summary-chart", styleClass);
        Zoomer zoomer = new Zoomer(AxisMode.X);
        zoomer.setAddButtonsToToolBar(false);
        zoomer.setSliderVisible(false);
        zoomer.setAnimated(false);
        chart.getPlugins().add(zoomer);
        if (!Double.isNaN(goal)) {
            YValueIndicator line = new YValueIndicator(value, goal);
            line.setEditable(false);
            chart.getPlugins().add(line);
        }
        chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        chart.setMinHeight(90);
    }

    private static double timeStep(double least) {
        for (double step : TIME_STEPS) {
            if (step >= least) {
                return step;
            }
        }
        return 3600 * Math.ceil(least / 3600);
    }

    private static double[] range(double[] values, double goal) {
        double low = Double.isNaN(goal) ? Double.POSITIVE_INFINITY : Math.min(0, goal);
        double high = Double.isNaN(goal) ? Double.NEGATIVE_INFINITY : 1.3 * goal;
        for (double each : values) {
            if (!Double.isNaN(each)) {
                low = Math.min(low, each);
                high = Math.max(high, each);
            }
        }
        if (low > high) {
            return new double[] {0, 1, 0.5};
        }
        double room = Math.max(1e-6, high - low) / 3;
        double ten = Math.pow(10, Math.floor(Math.log10(room)));
        double step = ten * (room / ten > 5 ? 10 : room / ten > 2 ? 5 : room / ten > 1 ? 2 : 1);
        return new double[] {step * Math.floor(low / step), step * Math.ceil(high / step), step};
    }

    /** Shades a stretch of time, for instance every second phase. */
    void shade(double fromSeconds, double toSeconds) {
        XRangeIndicator shade = new XRangeIndicator(time, fromSeconds, toSeconds);
        shade.setEditable(false);
        chart.getPlugins().add(0, shade);
    }

    /** From now on both charts show the same stretch of time. */
    void shareTime(SummaryChart other) {
        other.time.minProperty().bindBidirectional(time.minProperty());
        other.time.maxProperty().bindBidirectional(time.maxProperty());
    }

    XYChart node() {
        return chart;
    }

    DefaultNumericAxis time() {
        return time;
    }

    /** Shows this stretch. */
    void show(double fromSeconds, double toSeconds) {
        time.set(fromSeconds, toSeconds);
    }

    /** Lets go of the data; the chart must have left its scene. */
    void close() {
        chart.getRenderers().forEach(renderer -> renderer.getDatasets().clear());
    }

    /** Figures with as many decimals as the step needs, and a little room before the curve. */
    private static final class Figures extends StringConverter<Number> {

        private final String format;

        private Figures(double step) {
            int decimals = step >= 1 ? 0 : (int) Math.ceil(-Math.log10(step) - 1e-9);
            format = "%." + decimals + "f\u2002";
        }

        @Override
        public String toString(Number value) {
            return String.format(Locale.ROOT, format, value.doubleValue());
        }

        @Override
        public Number fromString(String text) {
            throw new IllegalArgumentException("not an input: " + text);
        }
    }

    private static final class Minutes extends StringConverter<Number> {

        @Override
        public String toString(Number seconds) {
            long whole = Math.round(seconds.doubleValue());
            return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
        }

        @Override
        public Number fromString(String text) {
            throw new IllegalArgumentException("not an input: " + text);
        }
    }
}

package org.stillpoint.ui.console;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Unit;

/**
 * Right end of a channel's row: a bar as long as a round amount, and the scale in words. In a low row the bar is shorter
 * and, if that is not enough, the sensor's noise goes without words; its dots stay in the trace.
 */
final class ScaleWords extends VBox {

    private static final double SHARE = 0.42;
    private static final double LINE = 15;
    private static final double LEAST_BAR = 18;

    private final SweepTrace trace;
    private final Channel channel;
    private final boolean pacer;
    private final Region bar = new Region();
    private final Label noise = Words.label("", "t12", "muted");
    private final Label amount = Words.label("", "t12", "medium");

    ScaleWords(SweepTrace trace, Channel channel, boolean pacer) {
        this.trace = trace;
        this.channel = channel;
        this.pacer = pacer;
        getStyleClass().add("scale-words");
        bar.getStyleClass().add("scale-bar");
        HBox barAndAmount = new HBox(8, bar, amount);
        barAndAmount.setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(barAndAmount, space);
        noise.setText(noiseWords());
        getChildren().add(noise);
        for (String line : lines()) {
            Label label = Words.label(line, "t12", "muted");
            label.setMinHeight(LINE);
            getChildren().add(label);
        }
        noise.setMinHeight(LINE);
        amount.setMinHeight(LINE);
        trace.onScale(this::rescale);
        trace.heightProperty().addListener((property, before, now) -> rescale());
    }

    private String[] lines() {
        String time = Math.round(trace.windowSeconds()) + " s, line " + Math.round(trace.secondsALine()) + " s";
        return switch (channel.modality()) {
            case EMG -> new String[] {band(), time};
            case RESP, RESP2 -> pacer ? new String[] {"pacer dashed", time} : new String[] {time};
            default -> new String[] {time};
        };
    }

    private String band() {
        double low = channel.noise().bandLowHz();
        double high = channel.noise().bandHighHz();
        return Double.isNaN(low) || Double.isNaN(high)
                ? "RMS 250 ms"
                : String.format(Locale.ROOT, "RMS 250 ms, %.0f–%.0f Hz", low, high);
    }

    private String noiseWords() {
        double floor = channel.noise().floor();
        return channel.modality() == Modality.EMG && !Double.isNaN(floor)
                ? "noise " + floor + " " + channel.unit().label() + ", dots"
                : "";
    }

    private void rescale() {
        double room = trace.getHeight() - LINE * lines().length;
        boolean noiseFits = !noise.getText().isEmpty() && room - LINE >= LEAST_BAR;
        noise.setVisible(noiseFits);
        noise.setManaged(noiseFits);
        double share = Math.min(SHARE, (noiseFits ? room - LINE : room) / trace.getHeight());
        TraceScale scale = trace.scale();
        double span = scale.high() - scale.low();
        if (!(span > 0) || !(share > 0) || trace.getHeight() < 20) {
            return;
        }
        double length = scale.bar(share);
        double pixels = length / span * trace.getHeight();
        bar.setMinHeight(pixels);
        bar.setPrefHeight(pixels);
        bar.setMaxHeight(pixels);
        String unit = channel.unit() == Unit.RAW ? "units" : channel.unit().label();
        String number = length >= 1
                ? String.format(Locale.ROOT, "%.0f", length)
                : Double.toString(Math.round(length * 1e6) / 1e6);
        amount.setText(number + " " + unit);
    }
}

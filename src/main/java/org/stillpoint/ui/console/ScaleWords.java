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

/** Right end of a channel's row: a bar as long as a round amount, and the scale in words. */
final class ScaleWords extends VBox {

    private static final double SHARE = 0.42;

    private final SweepTrace trace;
    private final Channel channel;
    private final Region bar = new Region();
    private final Label amount = Words.label("", "t12", "medium");

    ScaleWords(SweepTrace trace, Channel channel) {
        this.trace = trace;
        this.channel = channel;
        getStyleClass().add("scale-words");
        bar.getStyleClass().add("scale-bar");
        HBox barAndAmount = new HBox(8, bar, amount);
        barAndAmount.setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(barAndAmount, space);
        for (String line : lines()) {
            getChildren().add(Words.label(line, "t12", "muted"));
        }
        trace.onScale(this::rescale);
        trace.heightProperty().addListener((property, before, now) -> rescale());
    }

    private String[] lines() {
        String time = Math.round(trace.windowSeconds()) + " s, line " + Math.round(trace.secondsALine()) + " s";
        if (channel.modality() == Modality.EMG) {
            double low = channel.noise().bandLowHz();
            double high = channel.noise().bandHighHz();
            String band = Double.isNaN(low) || Double.isNaN(high)
                    ? "band unknown"
                    : String.format(Locale.ROOT, "%.0f–%.0f Hz", low, high);
            double floor = channel.noise().floor();
            return Double.isNaN(floor)
                    ? new String[] {"RMS 250 ms", band, time}
                    : new String[] {
                        "RMS 250 ms",
                        band,
                        "noise " + floor + " " + channel.unit().label() + ", dots",
                        time
                    };
        }
        if (channel.modality() == Modality.RESP || channel.modality() == Modality.RESP2) {
            return new String[] {"pacer dashed", time};
        }
        return new String[] {time};
    }

    private void rescale() {
        TraceScale scale = trace.scale();
        double span = scale.high() - scale.low();
        if (!(span > 0) || trace.getHeight() < 20) {
            return;
        }
        double length = scale.bar(SHARE);
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

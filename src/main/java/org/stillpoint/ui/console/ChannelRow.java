package org.stillpoint.ui.console;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.Palette;

/** One channel: its name, site and state in a word at the left, its live trace, its scale in words at the right. */
final class ChannelRow extends HBox {

    static final double NAME_WIDTH = 140;
    static final double SCALE_WIDTH = 168;

    private final SweepTrace trace;

    ChannelRow(ChannelState state, Palette colors, boolean pacer) {
        getStyleClass().addAll("card", "row");
        setId("row-" + state.channel().id());
        trace = new SweepTrace(state.device(), state.column(), colors);
        HBox.setHgrow(trace, Priority.ALWAYS);
        ScaleWords scale = new ScaleWords(trace, state.channel(), pacer);
        scale.setMinWidth(SCALE_WIDTH);
        scale.setPrefWidth(SCALE_WIDTH);
        getChildren().addAll(names(state), trace, scale);
        setMinHeight(72);
        setMaxHeight(Double.MAX_VALUE);
    }

    private static VBox names(ChannelState state) {
        HBox title = new HBox(8, Signs.of(state.channel().modality()), Words.label(state.title(), "t15", "semibold"));
        title.setAlignment(Pos.CENTER_LEFT);
        Label site = Words.label(ChannelWords.of(state.channel()), "t12", "muted", "under-sign");
        site.setId("site-" + state.channel().id());
        site.setWrapText(true);
        StackPane sign = new StackPane(Signs.of(state.standing().get()));
        Label word = Words.bound(state.word(), "state-" + state.channel().id(), "t13", "medium", "standing");
        word.setMinWidth(USE_PREF_SIZE);
        word.getStyleClass().add(style(state.standing().get()));
        state.standing().addListener((property, before, now) -> {
            sign.getChildren().setAll(Signs.of(now));
            word.getStyleClass().removeAll("good", "muted", "attention");
            word.getStyleClass().add(style(now));
        });
        HBox standing = new HBox(8, sign, word);
        standing.setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        VBox names = new VBox(2, title, site, space, standing);
        names.setMinWidth(NAME_WIDTH);
        names.setPrefWidth(NAME_WIDTH);
        names.setMaxWidth(NAME_WIDTH);
        return names;
    }

    private static String style(Standing standing) {
        return switch (standing) {
            case GOOD -> "good";
            case WAITING -> "muted";
            case NEEDS_A_LOOK -> "attention";
        };
    }

    void frame(Feedback newest) {
        trace.frame(newest);
    }
}

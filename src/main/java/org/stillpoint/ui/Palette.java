package org.stillpoint.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.stillpoint.signal.Modality;

/**
 * A theme's colours for what is painted rather than styled; read out of the theme's style sheet, so that each colour is
 * written once.
 *
 * @param sunk ground of what is past or pressed in
 * @param onAccent text on the accent
 * @param wash accent at its palest
 * @param dusk upper end of the patient's ground
 * @param night lower end of it
 */
public record Palette(
        Color ground,
        Color surface,
        Color ink,
        Color muted,
        Color line,
        Color accent,
        Color heart,
        Color breath,
        Color muscle,
        Color skin,
        Color good,
        Color attention,
        Color sunk,
        Color onAccent,
        Color wash,
        Color dusk,
        Color night) {

    private static final Pattern TOKEN = Pattern.compile("-sp-([a-z-]+):\\s*(#[0-9A-Fa-f]{6});");

    static Palette read(String styleSheet) {
        Map<String, Color> tokens = new HashMap<>();
        try (InputStream in = Palette.class.getResourceAsStream(styleSheet)) {
            Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                tokens.put(matcher.group(1), Color.web(matcher.group(2)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("style sheet " + styleSheet, unreadable);
        }
        return new Palette(
                tokens.get("ground"),
                tokens.get("surface"),
                tokens.get("ink"),
                tokens.get("muted"),
                tokens.get("line"),
                tokens.get("accent"),
                tokens.get("heart"),
                tokens.get("breath"),
                tokens.get("muscle"),
                tokens.get("skin"),
                tokens.get("good"),
                tokens.get("attention"),
                tokens.get("sunk"),
                tokens.get("on-accent"),
                tokens.get("wash"),
                tokens.get("dusk"),
                tokens.get("night"));
    }

    /** A modality keeps its colour everywhere. */
    public Color of(Modality modality) {
        return switch (modality) {
            case ECG, PPG, BPM, IBI, SPO2 -> heart;
            case RESP, RESP2 -> breath;
            case EMG -> muscle;
            case EDA, TEMP -> skin;
            case ACC, AUX, MARKER -> muted;
        };
    }
}

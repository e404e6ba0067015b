package org.stillpoint.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * The four looks: AtlantaFX as the base, above it this product's tokens and rules, in the bundled typeface.
 *
 * <p>A theme belongs to a scene, so the console may be light while the patient's window is dark.
 */
public enum Theme {
    LIGHT("Light", false),
    DARK("Dark", true),
    EVENING("Evening", true),
    CONTRAST("High contrast", true);

    private static final List<String> WEIGHTS = List.of("Regular", "Medium", "SemiBold");

    static {
        for (String weight : WEIGHTS) {
            String file = "fonts/Inter-" + weight + ".ttf";
            try (InputStream in = Theme.class.getResourceAsStream(file)) {
                Font.loadFont(in, 13);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("typeface " + file, unreadable);
            }
        }
    }

    private final String title;
    private final boolean dark;
    private final Palette palette;

    Theme(String title, boolean dark) {
        this.title = title;
        this.dark = dark;
        this.palette = Palette.read(id() + ".css");
    }

    /** The look with this id; light when there is none of that name. */
    public static Theme of(String id) {
        for (Theme theme : values()) {
            if (theme.id().equals(id)) {
                return theme;
            }
        }
        return LIGHT;
    }

    /** Word of the command line, for instance {@code light}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    /** Its colours for painting. */
    public Palette palette() {
        return palette;
    }

    /** Gives a scene this look. JavaFX thread. */
    public void apply(Scene scene) {
        atlantafx.base.theme.Theme base = dark ? new PrimerDark() : new PrimerLight();
        scene.setUserAgentStylesheet(
                Theme.class.getResource(base.getUserAgentStylesheet()).toExternalForm());
        scene.getStylesheets().setAll(tokens(), rules());
        scene.setFill(palette().ground());
    }

    /** The style sheet with its colours; on a part of a scene it gives that part this look. */
    public String tokens() {
        return styleSheet(id() + ".css");
    }

    /** The style sheet with the rules of all looks. */
    public static String rules() {
        return styleSheet("stillpoint.css");
    }

    private static String styleSheet(String name) {
        return Theme.class.getResource(name).toExternalForm();
    }

    /** The bundled typeface at weight 400. */
    public static Font regular(double size) {
        return new Font("Inter", size);
    }

    /** Weight 500. */
    public static Font medium(double size) {
        return new Font("Inter Medium", size);
    }

    /** Weight 600. */
    public static Font semiBold(double size) {
        return new Font("Inter SemiBold", size);
    }
}

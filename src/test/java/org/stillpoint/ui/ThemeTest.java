package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NeedsFonts
class ThemeTest {

    /** Relative luminance and contrast as WCAG 2.2 defines them. */
    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double share) {
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyColourOfTextCanBeReadOnBothGrounds(Theme theme) {
        Palette p = theme.palette();
        for (Color text : List.of(
                p.ink(), p.muted(), p.accent(), p.heart(), p.breath(), p.muscle(), p.skin(), p.good(), p.attention())) {
            assertThat(contrast(text, p.ground())).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(text, p.surface())).isGreaterThanOrEqualTo(4.5);
        }
        assertThat(contrast(p.onAccent(), p.accent())).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(p.muted(), p.sunk())).isGreaterThanOrEqualTo(4.5);
    }
}

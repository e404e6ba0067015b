package org.stillpoint.ui.console;

import java.util.Locale;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.stillpoint.ui.MeasureLabel;

/** One measure as its card says it: a number with its ground, or a reason where the number would be. */
final class MeasureState {

    private final MeasureLabel label;
    private final IntFunction<String> absenceWords;
    private final ReadOnlyStringWrapper number = new ReadOnlyStringWrapper("—");
    private final ReadOnlyStringWrapper unit = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper ground = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Mark> mark = new ReadOnlyObjectWrapper<>(Mark.DASH);

    MeasureState(MeasureLabel label, IntFunction<String> absenceWords) {
        this.label = label;
        this.absenceWords = absenceWords;
        ground.set(label.ground());
    }

    /** @param correctedShare share of corrected input, 0 … 1 */
    void update(double value, int absence, double correctedShare) {
        if (Double.isNaN(value)) {
            number.set("—");
            unit.set("");
            ground.set(absenceWords.apply(absence));
            mark.set(Mark.DASH);
            return;
        }
        number.set(String.format(Locale.ROOT, "%." + label.decimals() + "f", value));
        unit.set(label.unit());
        if (correctedShare > 0) {
            ground.set(label.ground() + String.format(Locale.ROOT, ", %.0f %% corrected", 100 * correctedShare));
            mark.set(Mark.HOLLOW);
        } else {
            ground.set(label.ground());
            mark.set(Mark.FULL);
        }
    }

    /** Its name as a heading. */
    String title() {
        String name = label.name();
        return name.isEmpty() ? "" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    MeasureLabel label() {
        return label;
    }

    ReadOnlyStringProperty number() {
        return number.getReadOnlyProperty();
    }

    ReadOnlyStringProperty unit() {
        return unit.getReadOnlyProperty();
    }

    ReadOnlyStringProperty ground() {
        return ground.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Mark> mark() {
        return mark.getReadOnlyProperty();
    }
}

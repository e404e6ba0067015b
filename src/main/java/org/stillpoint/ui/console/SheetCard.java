package org.stillpoint.ui.console;

import javafx.geometry.Insets;
import javafx.scene.layout.StackPane;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.ResonanceSheet;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.review.ResonanceSheetView;

/** The resonance sheet over the traces: opened and closed by the key G, and opened by itself when the verdict is there. */
final class SheetCard extends StackPane {

    private static final long EVERY_NANOS = 500_000_000L;

    private final SessionViewModel model;
    private final ResonanceSheetView view;
    private ResonanceSheet shown = ResonanceSheet.EMPTY;
    private boolean said;
    private long nextNanos = Long.MIN_VALUE;

    SheetCard(SessionViewModel model, Palette colors) {
        this.model = model;
        this.view = new ResonanceSheetView(colors);
        setId("sheet-card");
        setPadding(Insets.EMPTY);
        getChildren().add(view);
        setVisible(false);
    }

    void toggle() {
        setVisible(!isVisible() && model.assessesResonance());
    }

    void frame(long frameNanos) {
        if (frameNanos < nextNanos || !model.assessesResonance()) {
            return;
        }
        nextNanos = frameNanos + EVERY_NANOS;
        ResonanceSheet newest = model.session().resonance().get();
        if (!newest.equals(shown)) {
            shown = newest;
            view.show(newest, model.pacedHeart().of(newest.blocks()));
        }
        boolean verdict = newest.verdict().isPresent()
                && model.phase().map(phase -> phase.kind() == PhaseKind.WRAP_UP).orElse(false);
        if (verdict && !said) {
            said = true;
            setVisible(true);
        }
    }
}

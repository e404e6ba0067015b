package org.stillpoint.ui.console;

import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.stillpoint.training.Exercise;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.ReleaseCurves;
import org.stillpoint.training.ResonanceSheet;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.review.ReleaseOverlayView;
import org.stillpoint.ui.review.ResonanceSheetView;

/**
 * What the exercise has found so far, over the traces: the sheet of a resonance assessment, or each letting go over the
 * others. With the keyboard ↑ ↓ choose a rate, Enter asks to train there. Opened and closed by the key G, and opened by itself at the wrap-up.
 */
final class SheetCard extends StackPane {

    private static final long EVERY_NANOS = 500_000_000L;

    private final SessionViewModel model;
    private final ResonanceSheetView resonance;
    private final ReleaseOverlayView release;
    private ResonanceSheet shownResonance = ResonanceSheet.EMPTY;
    private ReleaseCurves shownRelease = ReleaseCurves.NONE;
    private boolean opened;
    private long nextNanos = Long.MIN_VALUE;

    SheetCard(SessionViewModel model, SessionActions actions, Palette colors) {
        this.model = model;
        this.resonance = new ResonanceSheetView(colors);
        this.release = new ReleaseOverlayView(colors);
        setId("sheet-card");
        resonance.onTrainHere(
                choice -> actions.trainAt(choice, resonance::kept, resonance::notKept),
                ConsoleViewModel.noRate(model.session().patientCode()));
        getChildren().add(model.sheet() == Exercise.Sheet.RESONANCE ? resonance : release);
        setVisible(false);
    }

    void toggle() {
        setVisible(!isVisible() && model.hasSheet());
        if (isVisible()) {
            resonance.take();
        } else if (getScene() != null) {
            getScene().getRoot().requestFocus();
        }
    }

    /** A key for the sheet while the keyboard is there; whether it was for it. */
    boolean key(KeyCode key) {
        return isVisible() && model.sheet() == Exercise.Sheet.RESONANCE && resonance.key(key);
    }

    void frame(long frameNanos) {
        if (frameNanos < nextNanos || !model.hasSheet()) {
            return;
        }
        nextNanos = frameNanos + EVERY_NANOS;
        ResonanceSheet newestResonance = model.session().resonance().get();
        if (!newestResonance.equals(shownResonance)) {
            shownResonance = newestResonance;
            resonance.show(newestResonance, model.pacedHeart().of(newestResonance.blocks()));
        }
        ReleaseCurves newestRelease = model.session().release().get();
        if (newestRelease != shownRelease) {
            shownRelease = newestRelease;
            release.show(newestRelease);
        }
        boolean ends =
                model.phase().map(phase -> phase.kind() == PhaseKind.WRAP_UP).orElse(false);
        boolean found =
                newestResonance.verdict().isPresent() || !newestRelease.today().isEmpty();
        if (ends && found && !opened) {
            opened = true;
            setVisible(true);
        }
    }
}

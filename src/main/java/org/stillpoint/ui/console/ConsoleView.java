package org.stillpoint.ui.console;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.ViewSettings;
import org.stillpoint.ui.patient.PatientView;
import org.stillpoint.ui.review.ReleaseOverlayView;
import org.stillpoint.ui.review.ResonanceSheetView;
import org.stillpoint.ui.review.SummaryView;

/** The console at each of its places: choosing, running, looking back. */
final class ConsoleView extends StackPane {

    /** Below this size cards and keys come closer together. */
    private static final double ROOMY_WIDTH = 1400;

    private static final double ROOMY_HEIGHT = 800;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

    private final ConsoleViewModel model;
    private final SessionActions actions;
    private final ObjectProperty<ViewSettings> view;
    private final Supplier<String> displayId;
    private SessionView session;
    private SummaryView summary;

    /**
     * @param view as chosen, and where a choice is put
     * @param displayId the display that the patient follows
     */
    ConsoleView(
            ConsoleViewModel model,
            SessionActions actions,
            ObjectProperty<ViewSettings> view,
            Supplier<String> displayId) {
        this.model = model;
        this.actions = actions;
        this.view = view;
        this.displayId = displayId;
        setId("console");
        getStyleClass().add("console");
        setFocusTraversable(true);
        view.addListener((property, before, now) -> {
            if (before.console() != now.console()) {
                arrange();
            }
        });
        model.place().addListener((property, before, now) -> arrange());
        model.summary().addListener((property, before, now) -> {
            if (before != null && now != null && model.place().get() == ConsoleViewModel.Place.SUMMARY) {
                arrange();
            }
        });
        widthProperty().addListener((property, before, now) -> fit());
        heightProperty().addListener((property, before, now) -> fit());
        arrange();
    }

    private void fit() {
        pseudoClassStateChanged(NARROW, getWidth() < ROOMY_WIDTH);
        pseudoClassStateChanged(LOW, getHeight() < ROOMY_HEIGHT);
    }

    private void arrange() {
        switch (model.place().get()) {
            case IDLE -> show(new IdleView(model, view));
            case OPENING -> {}
            case RUNNING -> showSession();
            case CLOSING -> {
                setDisable(true);
                if (session != null) {
                    session.closing();
                }
            }
            case SUMMARY -> {
                SummaryView before = summary;
                summary = new SummaryView(
                        model.summary().get(), sheet(), view.get().console().palette(), model::backToStart);
                show(summary);
                if (before != null) {
                    before.close();
                }
            }
        }
        if (model.place().get() != ConsoleViewModel.Place.CLOSING) {
            setDisable(false);
        }
    }

    private Optional<SummaryView.Sheet> sheet() {
        if (!model.resonance().blocks().isEmpty()) {
            ResonanceSheetView sheet =
                    new ResonanceSheetView(view.get().console().palette());
            sheet.show(model.resonance(), model.pacedBreaths());
            sheet.onTrainHere(choice -> model.trainAt(choice, sheet::kept, sheet::notKept), model.noRate());
            model.chosenRate().ifPresent(sheet::kept);
            return Optional.of(new SummaryView.Sheet("Resonance", sheet));
        }
        if (!model.release().today().isEmpty()) {
            ReleaseOverlayView sheet =
                    new ReleaseOverlayView(view.get().console().palette());
            sheet.show(model.release());
            return Optional.of(new SummaryView.Sheet("Letting go", sheet));
        }
        return Optional.empty();
    }

    private void show(Node view) {
        session = null;
        getChildren().setAll(view);
        if (summary != null && view != summary) {
            summary.close();
            summary = null;
        }
    }

    private void showSession() {
        SessionViewModel running = model.session().get();
        running.oneScreen().set(false);
        LiveSession live = running.session();
        ViewSettings look = view.get().forSession(live.protocol());
        PatientView mirror = new PatientView(live, running.questions(), look.patient(), displayId.get());
        mirror.numbers(look.numbers());
        mirror.stillMotion(look.stillMotion());
        SessionView console = new SessionView(
                running,
                actions,
                view,
                mirror,
                displayId.get(),
                view.get().console().palette());
        show(console);
        session = console;
        requestFocus();
    }

    void frame(long frameNanos) {
        if (session != null) {
            session.frame(frameNanos);
        }
    }

    /** The running session's view; null when none runs. */
    SessionView session() {
        return session;
    }
}

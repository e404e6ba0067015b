package org.stillpoint.ui.console;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.patient.PatientView;
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
    private Theme theme;
    private final Theme patientTheme;
    private SessionView session;
    private SummaryView summary;

    ConsoleView(ConsoleViewModel model, SessionActions actions, Theme theme, Theme patientTheme) {
        this.model = model;
        this.actions = actions;
        this.theme = theme;
        this.patientTheme = patientTheme;
        setId("console");
        getStyleClass().add("console");
        setFocusTraversable(true);
        model.place().addListener((property, before, now) -> arrange());
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
            case IDLE -> show(new IdleView(model, theme, actions::theme));
            case OPENING -> {}
            case RUNNING -> showSession();
            case CLOSING -> setDisable(true);
            case SUMMARY -> {
                summary = new SummaryView(model.summary().get(), model::backToStart);
                show(summary);
            }
        }
        if (model.place().get() != ConsoleViewModel.Place.CLOSING) {
            setDisable(false);
        }
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
        LiveSession live = running.session();
        PatientView mirror = new PatientView(
                live.protocol().phases(), patientTheme, live.protocol().display(), MuscleSite.of(live));
        SessionView view = new SessionView(running, actions, mirror, theme.palette());
        show(view);
        session = view;
        requestFocus();
    }

    /** The look of what is opened from now on. */
    void theme(Theme chosen) {
        theme = chosen;
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

package org.stillpoint.ui.review;

import javafx.scene.layout.VBox;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.ui.Theme;

/** What a session was. */
public final class SummaryView extends VBox {

    public SummaryView(SessionSummary summary, Theme theme, Runnable backToStart) {
        setId("summary");
    }

    public void close() {}
}

package org.stillpoint.ui.review;

import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.stillpoint.care.SessionSummary;

/** The curves as a table, a minute a row, for those who read rather than look. */
final class SummaryTable extends TableView<SummaryRow> {

    SummaryTable(SessionSummary summary) {
        setId("summary-table");
        setAccessibleText("The session minute by minute");
        column("From", SummaryRow::time);
        column("Phase", SummaryRow::phase);
        column("Heart rate, mean /min", SummaryRow::heartRate);
        column("Highest / lowest /min", SummaryRow::swing);
        column("Muscle, median µV RMS", SummaryRow::muscle);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getItems().setAll(SummaryRow.of(summary));
    }

    private void column(String title, Function<SummaryRow, String> text) {
        TableColumn<SummaryRow, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
        column.setSortable(false);
        getColumns().add(column);
    }
}

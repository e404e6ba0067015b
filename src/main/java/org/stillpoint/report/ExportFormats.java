package org.stillpoint.report;

import java.util.List;
import java.util.Optional;

/** The catalogue of export formats, in menu order. */
public final class ExportFormats {

    private static final List<ExportFormat> ALL = List.of(new CsvExport());

    private ExportFormats() {}

    public static List<ExportFormat> all() {
        return ALL;
    }

    /** The format with this id; empty when there is none. */
    public static Optional<ExportFormat> of(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }
}

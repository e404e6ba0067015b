package org.stillpoint.report;

import java.io.IOException;
import java.nio.file.Path;
import org.stillpoint.care.Spread;
import org.stillpoint.care.TrialMeasure;
import org.stillpoint.care.TrialResult;
import org.stillpoint.care.ZoneTime;

/** {@code trials.csv}: a row a phase, measure and part of it (all of it, with feedback, veiled). One thread. */
final class TrialsCsv implements AutoCloseable {

    static final String NAME = "trials.csv";

    private final CsvFile file;

    TrialsCsv(Path path) throws IOException {
        file = new CsvFile(
                path,
                "phase",
                "kind",
                "from_s",
                "to_s",
                "name",
                "part",
                "unit",
                "median",
                "p10",
                "p90",
                "n_s",
                "usable_pct",
                "reason");
    }

    void write(TrialResult trial) throws IOException {
        for (TrialMeasure measure : trial.measures()) {
            part(trial, measure.name(), "all", measure.unit(), measure.all());
            part(trial, measure.name(), "with-feedback", measure.unit(), measure.shown());
            part(trial, measure.name(), "veiled", measure.unit(), measure.alone());
        }
        ZoneTime zone = trial.zone();
        if (!Double.isNaN(zone.levelMicrovolts())) {
            number(trial, "in_zone", "all", "%", zone.percent());
            number(trial, "in_zone", "with-feedback", "%", zone.shownPercent());
            number(trial, "in_zone", "veiled", "%", zone.alonePercent());
            number(trial, "time_to_relax", "all", "s", ResultJson.milli(zone.relaxSeconds()));
        }
    }

    private void part(TrialResult trial, String name, String part, String unit, Spread spread) throws IOException {
        if (!Double.isNaN(spread.usablePercent())) {
            row(trial, name, part, unit, spread);
        }
    }

    private void number(TrialResult trial, String name, String part, String unit, double value) throws IOException {
        if (!Double.isNaN(value)) {
            row(trial, name, part, unit, new Spread(value, Double.NaN, Double.NaN, -1, Double.NaN, ""));
        }
    }

    private void row(TrialResult trial, String name, String part, String unit, Spread spread) throws IOException {
        file.text(trial.phase())
                .text(trial.kind() == null ? "" : ResultJson.word(trial.kind()))
                .number(ResultJson.milli(trial.fromSeconds()))
                .number(ResultJson.milli(trial.toSeconds()))
                .text(name)
                .text(part)
                .text(unit)
                .number(spread.median())
                .number(spread.low())
                .number(spread.high())
                .number(spread.seconds() < 0 ? Double.NaN : spread.seconds())
                .number(spread.usablePercent())
                .text(spread.reason())
                .end();
    }

    /** Digest of what was written; after {@link #close}. */
    String sha256() {
        return file.sha256();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package org.stillpoint.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.care.SessionResult;
import org.stillpoint.care.TrialResult;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Marker;
import org.stillpoint.store.NewSession;
import org.stillpoint.store.ProtocolFiles;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SampleReader;
import org.stillpoint.store.SessionHeader;
import org.stillpoint.store.StoreException;
import org.stillpoint.store.TimeMap;

/**
 * A session as plain tables: the signals of each device, what the pipeline found in them, markers, feedback, measures, and
 * the protocol as it was then, and a description. Values are exact functions of the stored codes; a lost sample is a row with empty cells.
 */
final class CsvExport implements ExportFormat {

    private static final String PROTOCOL = "protocol.toml";

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String title() {
        return "Tables (CSV)";
    }

    @Override
    public List<Path> export(Recording recording, ExportIdentity identity, Path folder)
            throws StoreException, IOException {
        try (ExportFolder files = new ExportFolder(folder, recording.session().id())) {
            Map<String, String> digests = new LinkedHashMap<>();
            int damaged = 0;
            for (int device = 0; device < recording.header().devices().size(); device++) {
                String name = signalsName(recording.header(), device);
                damaged += signals(recording, device, files.path(name), name, digests);
            }
            events(recording, files, digests);
            markers(recording, identity, files, digests);
            feedback(recording, files, digests);
            List<MeasureResult> measures = SessionReview.measures(recording);
            measures(measures, files, digests);
            SessionResult result = SessionReview.result(recording);
            trials(result, files, digests);
            if (recording.header().protocol() != null) {
                digests.put(
                        PROTOCOL,
                        files.write(
                                PROTOCOL, ProtocolFiles.text(recording.header().protocol())));
            }
            Files.writeString(
                    files.path("session.json"),
                    new SessionDescription(recording, identity, measures, result, digests, damaged).text());
            return files.publish();
        }
    }

    /** {@code signals-<profile>.csv}; a second device of the same profile gets a number. */
    private static String signalsName(SessionHeader header, int device) {
        String profile = header.devices().get(device).profile();
        long before = header.devices().subList(0, device).stream()
                .filter(other -> other.profile().equals(profile))
                .count();
        return "signals-" + profile.replaceAll("[^A-Za-z0-9_-]", "_") + (before == 0 ? "" : "-" + (before + 1))
                + ".csv";
    }

    /** @return blocks that could not be read */
    private static int signals(Recording recording, int device, Path path, String name, Map<String, String> digests)
            throws StoreException, IOException {
        List<Channel> channels = recording.header().devices().get(device).channels();
        List<String> columns = new ArrayList<>(List.of("index", "t_s"));
        channels.forEach(channel -> columns.add(channel.column()));
        ValueCells[] cells = channels.stream().map(ValueCells::new).toArray(ValueCells[]::new);
        TimeMap time = recording.time(device);
        int damaged;
        CsvFile file = new CsvFile(path, columns.toArray(String[]::new));
        try (file;
                SampleReader samples = recording.samples(device)) {
            while (samples.next()) {
                file.number(samples.index()).seconds(time.seconds(samples.index()));
                double[] codes = samples.codes();
                for (int channel = 0; channel < codes.length; channel++) {
                    cells[channel].write(file, codes[channel]);
                }
                file.end();
            }
            damaged = samples.damagedBlocks();
        }
        digests.put(name, file.sha256());
        return damaged;
    }

    private static void events(Recording recording, ExportFolder files, Map<String, String> digests)
            throws StoreException, IOException {
        CsvFile beats = new CsvFile(files.path("beats.csv"), "t_s", "rr_ms", "kind");
        CsvFile pulses = new CsvFile(files.path("pulses.csv"), "t_s", "rr_ms", "kind");
        CsvFile breaths = new CsvFile(files.path("breaths.csv"), "t_s", "exhale_s", "end_s", "depth");
        try (beats;
                pulses;
                breaths;
                SessionReplay replay = new SessionReplay(recording)) {
            Pipeline pipeline = replay.pipeline();
            while (replay.next()) {
                switch (pipeline.event()) {
                    case BEAT -> beat(pipeline, beats);
                    case PULSE -> beat(pipeline, pulses);
                    case BREATH -> {
                        breaths.seconds(pipeline.breathInhaleSeconds())
                                .seconds(pipeline.breathExhaleSeconds())
                                .seconds(pipeline.eventSeconds())
                                .number(pipeline.eventValue())
                                .end();
                    }
                    default -> {
                        // turning points within a breath and bursts have no table
                    }
                }
            }
        }
        digests.put("beats.csv", beats.sha256());
        digests.put("pulses.csv", pulses.sha256());
        digests.put("breaths.csv", breaths.sha256());
    }

    private static void beat(Pipeline pipeline, CsvFile file) throws IOException {
        double rrMillis = Math.round(pipeline.eventValue() * 1000) / 1000.0;
        file.seconds(pipeline.eventSeconds())
                .number(Double.isNaN(pipeline.eventValue()) ? Double.NaN : rrMillis)
                .text(pipeline.eventVerdict().id())
                .end();
    }

    private static void markers(
            Recording recording, ExportIdentity identity, ExportFolder files, Map<String, String> digests)
            throws IOException {
        CsvFile file = new CsvFile(files.path("markers.csv"), "t_s", "kind", "label");
        try (file) {
            for (Marker marker : recording.markers()) {
                file.seconds(marker.tSeconds())
                        .text(marker.kind())
                        .text(identity.label(marker))
                        .end();
            }
        }
        digests.put("markers.csv", file.sha256());
    }

    private static void feedback(Recording recording, ExportFolder files, Map<String, String> digests)
            throws StoreException, IOException {
        List<String> columns = recording.header().feedbackColumns().isEmpty()
                ? NewSession.FEEDBACK_COLUMNS
                : recording.header().feedbackColumns();
        CsvFile file = new CsvFile(files.path("feedback.csv"), columns.toArray(String[]::new));
        try (file;
                SampleReader rows = recording.feedback()) {
            while (rows.next()) {
                file.seconds(rows.codes()[0]);
                for (int column = 1; column < rows.codes().length; column++) {
                    file.number(rows.codes()[column]);
                }
                file.end();
            }
        }
        digests.put("feedback.csv", file.sha256());
    }

    private static void trials(SessionResult result, ExportFolder files, Map<String, String> digests)
            throws IOException {
        TrialsCsv file = new TrialsCsv(files.path(TrialsCsv.NAME));
        try (file) {
            for (TrialResult trial : result.trials()) {
                file.write(trial);
            }
        }
        digests.put(TrialsCsv.NAME, file.sha256());
    }

    private static void measures(List<MeasureResult> measures, ExportFolder files, Map<String, String> digests)
            throws IOException {
        CsvFile file = new CsvFile(
                files.path("measures.csv"),
                "name",
                "value",
                "unit",
                "reason",
                "window_s",
                "band_low_hz",
                "band_high_hz",
                "artefact_pct",
                "phase",
                "from_s",
                "recipe");
        try (file) {
            for (MeasureResult measure : measures) {
                file.text(measure.name())
                        .number(measure.value())
                        .text(measure.unit())
                        .text(measure.reason())
                        .number(measure.windowSeconds())
                        .number(measure.bandLowHz())
                        .number(measure.bandHighHz())
                        .number(measure.artefactPercent())
                        .text(measure.phase())
                        .number(
                                measure.phase().isEmpty()
                                        ? Double.NaN
                                        : Math.round(measure.fromSeconds() * 1000) / 1000.0)
                        .text(recipe(measure))
                        .end();
            }
        }
        digests.put("measures.csv", file.sha256());
    }

    /** {@code window=256 s; taper=periodic Hann; ...}; empty when absent. */
    private static String recipe(MeasureResult measure) {
        return measure.recipe().entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining("; "));
    }
}

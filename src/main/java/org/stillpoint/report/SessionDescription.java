package org.stillpoint.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.care.SessionResult;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Gap;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SessionHeader;
import org.stillpoint.store.TimeMap;

/**
 * {@code session.json}: what a reader of the tables must know - the catalogue row, each channel's scale, the clock, every
 * gap, the settings, and the digest of every file.
 */
final class SessionDescription {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Recording recording;
    private final ExportIdentity identity;
    private final List<MeasureResult> measures;
    private final SessionResult result;
    private final Map<String, String> digests;
    private final int damagedBlocks;

    SessionDescription(
            Recording recording,
            ExportIdentity identity,
            List<MeasureResult> measures,
            SessionResult result,
            Map<String, String> digests,
            int damagedBlocks) {
        this.recording = recording;
        this.identity = identity;
        this.measures = measures;
        this.result = result;
        this.digests = digests;
        this.damagedBlocks = damagedBlocks;
    }

    String text() {
        ObjectNode json = SessionJson.of(recording.session());
        json.put("patient", identity.patient());
        json.put("pseudonymised", identity.pseudonymised());
        if (identity.pseudonymised()) {
            json.putNull("started_at");
            json.put("day", identity.day());
            json.put("hour", recording.header().startedAt().getHour());
        }
        devices((ArrayNode) json.get("devices"));
        gaps(json.putArray("gap_list"));
        json.put("damaged_blocks", damagedBlocks);
        json.put("acknowledged_seconds_lost", recording.session().acknowledgedSecondsLost());
        json.set("measures", SessionJson.measures(measures));
        ResultJson.add(
                json,
                new SessionResult(
                        result.trials(),
                        result.ratings(),
                        result.answers(),
                        result.findings().stream().map(identity::finding).toList(),
                        result.tooFast(),
                        result.flare()));
        if (!identity.pseudonymised()) {
            ResultJson.addAnswers(json, result.answers());
        }
        PipelineSettings settings = recording.header().settings();
        ObjectNode chosen = json.putObject("settings")
                .put("mains_hz", settings.mainsHz())
                .put("emg_window_s", settings.emgWindowSeconds())
                .put("emg_band", settings.band().word());
        SessionJson.number(chosen, "emg_rest_uv", settings.restMicrovolts());
        String version = SessionDescription.class.getPackage().getImplementationVersion();
        json.put("application", "stillpoint" + (version == null ? "" : " " + version));
        ArrayNode files = json.putArray("files");
        digests.forEach((name, sha256) -> files.addObject().put("name", name).put("sha256", sha256));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(json)
                            .replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void devices(ArrayNode devices) {
        for (int d = 0; d < devices.size(); d++) {
            SessionHeader.Device device = recording.header().devices().get(d);
            ObjectNode json = (ObjectNode) devices.get(d);
            json.put("name", device.name());
            json.put("isolation", device.isolation().toLowerCase(java.util.Locale.ROOT));
            ArrayNode channels = (ArrayNode) json.get("channels");
            for (int c = 0; c < channels.size(); c++) {
                Channel channel = device.channels().get(c);
                ObjectNode one = (ObjectNode) channels.get(c);
                one.put("column", channel.column());
                SessionJson.number(one, "scale", channel.scale());
                SessionJson.number(one, "offset", channel.offset());
                SessionJson.number(one, "lowest_code", channel.lowestCode());
                SessionJson.number(one, "highest_code", channel.highestCode());
                SessionJson.number(one, "noise_floor", channel.noise().floor());
                SessionJson.number(one, "band_low_hz", channel.noise().bandLowHz());
                SessionJson.number(one, "band_high_hz", channel.noise().bandHighHz());
            }
        }
    }

    private void gaps(ArrayNode list) {
        for (int d = 0; d < recording.header().devices().size(); d++) {
            List<Gap> gaps = recording.gaps(d);
            TimeMap time = recording.time(d);
            for (Gap gap : gaps) {
                ObjectNode json = list.addObject();
                json.put("device", d);
                json.put("first_index", gap.firstIndex());
                json.put("samples", gap.samples());
                SessionJson.number(json, "t_s", Math.round(time.seconds(gap.firstIndex()) * 1e6) / 1e6);
                json.put("estimated", gap.estimated());
                json.put("reason", gap.reason());
            }
        }
    }
}

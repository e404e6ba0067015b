package org.stillpoint.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.signal.Channel;
import org.stillpoint.store.StoredSession;

/** A session as JSON: snake_case keys, times ISO-8601 with offset, absent = null. */
public final class SessionJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SessionJson() {}

    /** The session's row of the catalogue. */
    public static ObjectNode of(StoredSession session) {
        ObjectNode json = NODES.objectNode();
        json.put("id", session.id());
        json.put("state", session.state().word());
        json.put("patient", session.patient().code());
        json.put(
                "protocol",
                session.header().protocol() == null
                        ? null
                        : session.header().protocol().id());
        json.put(
                "started_at",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(session.header().startedAt()));
        number(json, "duration_s", rounded(session.seconds()));
        ArrayNode devices = json.putArray("devices");
        for (StoredSession.DeviceTotal total : session.devices()) {
            ObjectNode device = devices.addObject();
            device.put("profile", total.device().profile());
            number(device, "rate_hz", total.device().rateHz());
            number(device, "fitted_rate_hz", total.fittedRateHz());
            device.put("samples", total.samples());
            device.put("lost", total.lost());
            ArrayNode channels = device.putArray("channels");
            for (Channel channel : total.device().channels()) {
                channels.addObject()
                        .put("id", channel.id())
                        .put("role", channel.modality().id())
                        .put("unit", channel.unit().suffix());
            }
        }
        json.put("gaps", session.gaps());
        json.put("markers", session.markers());
        return json;
    }

    /** Milliseconds are enough for a length. */
    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }

    /** Measures with their grounds. */
    public static ArrayNode measures(List<MeasureResult> measures) {
        ArrayNode array = NODES.arrayNode();
        for (MeasureResult measure : measures) {
            ObjectNode json = array.addObject();
            json.put("name", measure.name());
            number(json, "value", measure.value());
            json.put("unit", measure.unit());
            json.put("reason", measure.reason().isEmpty() ? null : measure.reason());
            // earlier versions stored 0
            number(json, "window_s", Double.isNaN(measure.value()) ? Double.NaN : measure.windowSeconds());
            if (Double.isNaN(measure.bandLowHz()) || Double.isNaN(measure.bandHighHz())) {
                json.putNull("band_hz");
            } else {
                json.putArray("band_hz").add(measure.bandLowHz()).add(measure.bandHighHz());
            }
            number(json, "artefact_pct", measure.artefactPercent());
            json.put("phase", measure.phase().isEmpty() ? null : measure.phase());
            if (measure.phase().isEmpty()) {
                json.putNull("from_s");
            } else {
                number(json, "from_s", rounded(measure.fromSeconds()));
            }
            if (measure.recipe().isEmpty()) {
                json.putNull("recipe");
            } else {
                ObjectNode recipe = json.putObject("recipe");
                measure.recipe().forEach(recipe::put);
            }
        }
        return array;
    }

    /** A number, or null when it is not finite. */
    static void number(ObjectNode json, String key, double value) {
        if (!Double.isFinite(value)) {
            json.putNull(key);
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.put(key, (long) value);
        } else {
            json.put(key, value);
        }
    }
}

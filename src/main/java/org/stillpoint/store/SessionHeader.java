package org.stillpoint.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.signal.Channel;
import org.stillpoint.training.Protocol;

/**
 * What is known of a session when it begins; sealed in its row and never changed.
 *
 * @param startedAtMillis wall clock at time 0, UTC
 * @param zoneOffsetSeconds offset of local time there and then
 * @param startNanos time 0 on that machine's monotonic clock
 * @param protocol as it was then; null when only signals were recorded
 * @param devices in the order of their rings
 * @param feedbackColumns columns of the feedback ring; empty when there was none
 * @param settings of the signal chain; the usual ones in headers that do not say
 */
public record SessionHeader(
        long startedAtMillis,
        int zoneOffsetSeconds,
        long startNanos,
        Protocol protocol,
        List<Device> devices,
        List<String> feedbackColumns,
        PipelineSettings settings) {

    public SessionHeader {
        settings = settings == null ? PipelineSettings.USUAL : settings;
    }

    /**
     * A recorded device.
     *
     * @param profile id of its profile
     * @param rateHz nominal rate, or as measured when the profile gives none
     * @param isolation as the profile declares it
     * @param channels with scale and offset: values are exact functions of the stored codes
     */
    public record Device(String profile, String name, double rateHz, String isolation, List<Channel> channels) {}

    /** Time 0 in the local time of the recording. */
    public OffsetDateTime startedAt() {
        return Instant.ofEpochMilli(startedAtMillis).atOffset(ZoneOffset.ofTotalSeconds(zoneOffsetSeconds));
    }

    byte[] bytes() {
        try {
            return Json.MAPPER.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static SessionHeader of(byte[] bytes) throws StoreException {
        try {
            return Json.MAPPER.readValue(bytes, SessionHeader.class);
        } catch (IOException malformed) {
            throw new StoreException("A session's header cannot be understood: restore a backup.", malformed);
        }
    }
}

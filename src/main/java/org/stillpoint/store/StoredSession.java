package org.stillpoint.store;

import java.util.List;
import org.stillpoint.care.Patient;

/**
 * A session as the catalogue shows it.
 *
 * @param id opaque id
 * @param devices totals, in the header's order
 * @param seconds length of the recording
 * @param gaps how many
 * @param markers how many
 * @param acknowledgedSecondsLost what had been reported as stored and is gone; 0 unless a drive or file was damaged
 */
public record StoredSession(
        String id,
        SessionState state,
        Patient patient,
        SessionHeader header,
        List<DeviceTotal> devices,
        double seconds,
        int gaps,
        int markers,
        long acknowledgedSecondsLost) {

    /**
     * What a device gave.
     *
     * @param samples sample indices, lost ones counted
     * @param lost of these without a value because they never came
     * @param fittedRateHz by the device's clock; NaN when unknown
     */
    public record DeviceTotal(SessionHeader.Device device, long samples, long lost, double fittedRateHz) {}
}

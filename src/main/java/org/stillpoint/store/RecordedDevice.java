package org.stillpoint.store;

import org.stillpoint.acquisition.GapLog;
import org.stillpoint.acquisition.Health;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.device.DeviceProfile;

/**
 * A device whose ring is to be recorded.
 *
 * @param profile with the channels of the ring, in its order
 * @param rateHz nominal, or as measured
 * @param ring codes and times
 * @param firstIndex ring index that becomes sample 0 of the recording
 * @param health for the fitted rate; may be null
 * @param gaps its log of gaps; null = gaps are seen by runs of samples without any value
 */
public record RecordedDevice(
        DeviceProfile profile, double rateHz, SampleRing ring, long firstIndex, Health health, GapLog gaps) {

    /** A device whose gaps are seen by their missing values, recorded from the next sample on. */
    public static RecordedDevice of(DeviceProfile profile, double rateHz, SampleRing ring) {
        return new RecordedDevice(profile, rateHz, ring, ring.published(), null, null);
    }
}

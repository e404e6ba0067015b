package org.stillpoint.ui;

import org.stillpoint.acquisition.Health;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.device.DeviceProfile;

/**
 * A device of the running session as the screens see it.
 *
 * @param profile its channels are the columns of the ring, as codes
 * @param rateHz nominal, or as measured
 * @param ring each trace opens its own cursor
 * @param firstLine number of its first channel among all channels of the session (index into the feedback's qualities)
 */
public record LiveDevice(DeviceProfile profile, double rateHz, SampleRing ring, Health health, int firstLine) {}

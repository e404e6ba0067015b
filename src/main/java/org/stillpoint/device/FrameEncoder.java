package org.stillpoint.device;

import java.util.List;
import org.stillpoint.signal.Channel;

/**
 * The device's side of a line: what it sends for a sample and what it answers. The counterpart of {@link FrameDecoder}.
 *
 * <p>Times are nanoseconds of the clock that the caller uses. One instance per emulated device, one thread.
 */
interface FrameEncoder {

    /** The inputs that the device has; codes are given in this order. */
    List<Channel> inputs();

    /** Samples a second as set now. */
    double rateHz();

    /** Samples that leave together. */
    int samplesPerBurst();

    /** Whether it sends now. */
    boolean streaming();

    /** Switched on, or reset: the counter starts at 0. A device that streams goes on streaming. */
    void restart(long nowNanos);

    /** One byte from the host. */
    void hear(byte command, long nowNanos);

    /** Puts what it has to say by now into the buffer (at least 512 bytes) and returns how many bytes that is. */
    int answer(long nowNanos, byte[] into);

    /** Puts the bytes of one sample into the buffer (at least 4096 bytes), advances the counter, returns the length. */
    int encode(double[] codes, byte[] into);
}

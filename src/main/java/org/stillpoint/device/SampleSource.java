package org.stillpoint.device;

/**
 * A device, a simulated patient or a recording: something that gives samples on the thread that reads it.
 *
 * <p>Used by one thread. A source that threw is closed and may be opened again.
 */
public interface SampleSource extends AutoCloseable {

    /** What it is; its channels are the order of the codes. */
    DeviceProfile profile();

    /**
     * Opens the line and starts the device; may block for the device's settling time.
     *
     * @throws DeviceException when the port is not there, taken or forbidden, or the device does not answer; the message
     *     says what to do
     */
    void open() throws DeviceException;

    /**
     * Waits at most about 200 ms for bytes and gives every sample found to the sink.
     *
     * @return bytes (or samples, where there are no bytes) that came; 0 when nothing did
     * @throws DeviceException when the line is gone
     */
    int read(SampleSink sink) throws DeviceException;

    /** Samples after which the device's own counter starts again; 0 = it has none, and loss is seen only by the clock. */
    default int counterModulus() {
        return 0;
    }

    /** Stops the device and closes the line; harmless when closed. */
    @Override
    void close();
}

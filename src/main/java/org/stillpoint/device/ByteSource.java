package org.stillpoint.device;

/** A line of bytes, both ways. Used by one thread. */
public interface ByteSource extends AutoCloseable {

    /** Opens the line. @throws DeviceException with a sentence that says what to do on this system */
    void open() throws DeviceException;

    /**
     * Waits at most about 200 ms for at least one byte.
     *
     * @return how many bytes came; 0 when none did; -1 when the line is gone
     */
    int read(byte[] into);

    /** Writes all bytes. @throws DeviceException when the line is gone */
    void write(byte[] bytes) throws DeviceException;

    @Override
    void close();
}

package org.stillpoint.device;

/** The world failed at the port; the message is one sentence that tells the therapist what happened and what to do. */
public class DeviceException extends Exception {

    private static final long serialVersionUID = 1L;

    public DeviceException(String message) {
        super(message);
    }

    public DeviceException(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.stillpoint.device;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The serial ports of this computer, asked for on demand: nothing polls in the background. */
public final class SerialPorts {

    static {
        // The library unpacks its native part into a folder of this name.
        System.setProperty("fazecast.jSerialComm.appid", "stillpoint");
    }

    /**
     * A port.
     *
     * @param path what a program opens
     * @param description the system's words for it
     * @param usb {@code VID:PID} in capitals; empty when it is no USB device
     * @param serialNumber of the USB device; empty when it has none
     */
    public record Port(String path, String description, String usb, String serialNumber) {}

    /** Whether a port can be had. */
    public enum State {
        FREE,
        BUSY,
        DENIED,
        GONE;

        /** Lower-case word. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private SerialPorts() {}

    /** The ports that the system knows now. Takes some milliseconds; a pseudo-terminal is not among them. */
    public static List<Port> list() {
        List<Port> ports = new ArrayList<>();
        for (SerialPort port : SerialPort.getCommPorts()) {
            if (!port.getSystemPortPath().startsWith("/dev/pts/")) {
                ports.add(describe(port.getSystemPortPath(), port));
            }
        }
        return ports;
    }

    /** A port by its name, whether the system lists it or not. */
    public static Port describe(String path) {
        try {
            return describe(path, port(path));
        } catch (DeviceException e) {
            return new Port(path, "", "", "");
        }
    }

    /** Opens the port for a moment, which may reset a board, and says whether it can be had. */
    public static State state(String path) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        if (!windows && !Files.exists(Path.of(path))) {
            return State.GONE;
        }
        if (!windows && !(Files.isReadable(Path.of(path)) && Files.isWritable(Path.of(path)))) {
            return State.DENIED;
        }
        try (SerialByteSource source = new SerialByteSource(path, 9600, "8N1", true, true)) {
            source.open();
            return State.FREE;
        } catch (DeviceException e) {
            return e.getMessage().startsWith("There is no") ? State.GONE : State.BUSY;
        }
    }

    static SerialPort port(String path) throws DeviceException {
        if (path.startsWith("/") && !Files.exists(Path.of(path))) {
            throw new DeviceException(SerialByteSource.refusal(path, 2));
        }
        try {
            return SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw new DeviceException(SerialByteSource.refusal(path, 2), e);
        }
    }

    private static Port describe(String path, SerialPort port) {
        String usb = port.getVendorID() < 0 ? "" : String.format("%04X:%04X", port.getVendorID(), port.getProductID());
        String serial = port.getSerialNumber();
        return new Port(path, port.getPortDescription(), usb, serial == null || serial.equals("Unknown") ? "" : serial);
    }
}

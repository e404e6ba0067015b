package org.stillpoint.device;

import com.fazecast.jSerialComm.SerialPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A serial port. One program at a time may have it; a port that is missing, taken or forbidden is said in one sentence
 * for the system at hand.
 */
final class SerialByteSource implements ByteSource {

    private static final int READ_MILLIS = 200;
    private static final int NO_ENTRY = 2;
    private static final int FORBIDDEN_UNIX = 13;

    private final String path;
    private final int baud;
    private final String line;
    private final boolean dtr;
    private final boolean rts;
    private SerialPort port;

    /** {@code line} is data bits, parity (N, E, O) and stop bits, such as {@code 8N1}. */
    SerialByteSource(String path, int baud, String line, boolean dtr, boolean rts) {
        if (!line.matches("[5-8][NEO][12]")) {
            throw new IllegalArgumentException("line settings " + line);
        }
        this.path = path;
        this.baud = baud;
        this.line = line;
        this.dtr = dtr;
        this.rts = rts;
    }

    @Override
    public void open() throws DeviceException {
        close();
        SerialPort opened = SerialPorts.port(path);
        opened.setComPortParameters(baud, line.charAt(0) - '0', stopBits(), parity());
        opened.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        if (!dtr) {
            opened.clearDTR();
        }
        if (!rts) {
            opened.clearRTS();
        }
        if (!opened.openPort()) {
            throw new DeviceException(refusal(path, opened.getLastErrorCode()));
        }
        // Once, after opening: changing them later is reported to cost a pause on Windows.
        opened.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
        port = opened;
    }

    @Override
    public int read(byte[] into) {
        return port == null ? -1 : port.readBytes(into, into.length);
    }

    /** Bytes that wait to be read; -1 when the line is gone. */
    int available() {
        return port == null ? -1 : port.bytesAvailable();
    }

    @Override
    public void write(byte[] bytes) throws DeviceException {
        if (port == null || port.writeBytes(bytes, bytes.length) != bytes.length) {
            throw new DeviceException(gone(path));
        }
    }

    @Override
    public void close() {
        if (port != null) {
            port.closePort();
            port = null;
        }
    }

    /** What is said when the line is gone. */
    static String gone(String path) {
        return "The sensor on " + path
                + " is gone: check its plug and its battery; it is found again when it comes back.";
    }

    /** What is said when a port cannot be opened; {@code error} is the system's number. */
    static String refusal(String path, int error) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean windows = system.contains("win") && !system.contains("darwin");
        boolean missing = windows ? error == NO_ENTRY : !Files.exists(Path.of(path));
        if (missing) {
            return "There is no port " + path + ": plug the sensor in, or pair it, and choose its port again.";
        }
        if (!windows && (error == FORBIDDEN_UNIX || !Files.isReadable(Path.of(path)))) {
            return system.contains("linux")
                    ? "You may not open " + path
                            + ": run 'sudo usermod -aG dialout $USER' (group uucp on Arch), log out" + " and in again."
                    : "You may not open " + path + ": ask for the right to use serial ports on this computer.";
        }
        return "Another program has " + path
                + " open: close it (often the Arduino IDE, a serial monitor or the maker's own program) and try again.";
    }

    private int stopBits() {
        return line.charAt(2) == '1' ? SerialPort.ONE_STOP_BIT : SerialPort.TWO_STOP_BITS;
    }

    private int parity() {
        return switch (line.charAt(1)) {
            case 'E' -> SerialPort.EVEN_PARITY;
            case 'O' -> SerialPort.ODD_PARITY;
            default -> SerialPort.NO_PARITY;
        };
    }
}

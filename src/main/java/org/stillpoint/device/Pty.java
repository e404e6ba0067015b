package org.stillpoint.device;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * The device's end of a pseudo-terminal: a program opens {@link #path} as if it were a serial port.
 *
 * <p>Raw from the first moment, never blocks. Linux and macOS. Used by one thread. The only class that calls native
 * code.
 */
final class Pty implements AutoCloseable {

    private static final int READ_WRITE = 2;
    private static final int NO_CONTROLLING_TERMINAL = Platform.isMac() ? 0x20000 : 0x100;
    private static final int NON_BLOCKING = Platform.isMac() ? 0x4 : 0x800;
    private static final int SET_STATUS_FLAGS = 4;
    private static final int TERMIOS_BYTES = 256;
    private static final short CAN_READ = 0x1;
    private static final short CAN_WRITE = 0x4;
    private static final short HUNG_UP = 0x10;
    /** Linux codes of line speeds, {@code asm/termbits.h}; macOS gives the number itself. */
    private static final int[][] LINUX_SPEEDS = {
        {0x9, 1200},
        {0xB, 2400},
        {0xC, 4800},
        {0xD, 9600},
        {0xE, 19200},
        {0xF, 38400},
        {0x1001, 57600},
        {0x1002, 115200},
        {0x1003, 230400},
        {0x1004, 460800},
        {0x1005, 500000},
        {0x1008, 1000000}
    };

    private final C c;
    private final int master;
    private final String path;
    private final Memory pollRequest = new Memory(8);
    private final Memory transfer = new Memory(65536);
    private boolean open = true;

    private Pty(C c, int master, String path) {
        this.c = c;
        this.master = master;
        this.path = path;
    }

    /** The calls of the C library that a pseudo-terminal needs. */
    private interface C extends Library {
        int posix_openpt(int flags);

        int grantpt(int fd);

        int unlockpt(int fd);

        int ptsname_r(int fd, Pointer name, Pointer length);

        int tcgetattr(int fd, Pointer termios);

        int tcsetattr(int fd, int when, Pointer termios);

        void cfmakeraw(Pointer termios);

        Pointer cfgetospeed(Pointer termios);

        int fcntl(int fd, int command, Object... arguments);

        int open(String path, int flags, Object... arguments);

        int close(int fd);
    }

    /** The calls of every millisecond, bound directly: several times cheaper than through {@link C}. */
    private static final class Often {
        static {
            Native.register(Often.class, "c");
        }

        private Often() {}

        static native int poll(Pointer requests, long count, int timeoutMillis);

        static native long read(int fd, Pointer into, long length);

        static native long write(int fd, Pointer from, long length);
    }

    /** Whether this system has pseudo-terminals of the kind used here. */
    static boolean available() {
        return Platform.isLinux() || Platform.isMac();
    }

    /** Makes a new pair. @throws DeviceException where the system has none or has run out of them */
    static Pty open() throws DeviceException {
        if (!available()) {
            throw new DeviceException("An emulated device needs a pseudo-terminal, which Windows does not have: use the"
                    + " simulated patient here, or run the emulator on Linux or macOS.");
        }
        C c = Native.load("c", C.class);
        int master = c.posix_openpt(READ_WRITE | NO_CONTROLLING_TERMINAL);
        if (master < 0) {
            throw failure("make", Native.getLastError());
        }
        Memory name = new Memory(256);
        Memory termios = new Memory(TERMIOS_BYTES);
        name.clear();
        termios.clear();
        boolean made = c.grantpt(master) == 0
                && c.unlockpt(master) == 0
                && c.ptsname_r(master, name, Pointer.createConstant(256)) == 0;
        if (!made) {
            int error = Native.getLastError();
            c.close(master);
            throw failure("unlock", error);
        }
        String path = name.getString(0, StandardCharsets.US_ASCII.name());
        // Opened and closed once, the far end counts as hung up until a program comes; before that the system says
        // nothing about it.
        int far = c.open(path, READ_WRITE | NO_CONTROLLING_TERMINAL);
        int onWhich = far < 0 ? master : far;
        boolean raw = c.tcgetattr(onWhich, termios) == 0;
        if (raw) {
            c.cfmakeraw(termios);
            raw = c.tcsetattr(onWhich, 0, termios) == 0;
        }
        int error = Native.getLastError();
        if (far >= 0) {
            c.close(far);
        }
        if (!raw || c.fcntl(master, SET_STATUS_FLAGS, NON_BLOCKING) < 0) {
            c.close(master);
            throw failure("set up", error);
        }
        return new Pty(c, master, path);
    }

    /** What a program opens, for instance {@code /dev/pts/3}. */
    String path() {
        return path;
    }

    /** Whether a program has the far end open now. */
    boolean hasReader() {
        return open && (poll((short) (CAN_READ | CAN_WRITE)) & HUNG_UP) == 0;
    }

    /** Bytes that the program sent; 0 when there are none, also when nobody has it open. */
    int read(byte[] into) {
        if (!open || (poll(CAN_READ) & CAN_READ) == 0) {
            return 0;
        }
        int wanted = (int) Math.min(into.length, transfer.size());
        long count = Often.read(master, transfer, wanted);
        if (count <= 0) {
            return 0;
        }
        transfer.read(0, into, 0, (int) count);
        return (int) count;
    }

    /** Hands over as many bytes as the line takes at this moment; 0 when it is full. */
    int write(byte[] bytes, int offset, int length) {
        if (!open || length == 0 || (poll(CAN_WRITE) & (CAN_WRITE | HUNG_UP)) != CAN_WRITE) {
            return 0;
        }
        int wanted = (int) Math.min(length, transfer.size());
        transfer.write(0, bytes, offset, wanted);
        return (int) Math.max(0, Often.write(master, transfer, wanted));
    }

    /** The line speed that the program has set; empty when the system has no name for it. */
    OptionalInt hostBaud() {
        Memory termios = new Memory(TERMIOS_BYTES);
        termios.clear();
        if (!open || c.tcgetattr(master, termios) != 0) {
            return OptionalInt.empty();
        }
        int speed = (int) Pointer.nativeValue(c.cfgetospeed(termios));
        if (Platform.isMac()) {
            return OptionalInt.of(speed);
        }
        for (int[] pair : LINUX_SPEEDS) {
            if (pair[0] == speed) {
                return OptionalInt.of(pair[1]);
            }
        }
        return OptionalInt.empty();
    }

    /** Hangs up: the program reads an end. Harmless when closed. */
    @Override
    public void close() {
        if (open) {
            open = false;
            c.close(master);
        }
    }

    private short poll(short events) {
        pollRequest.setInt(0, master);
        pollRequest.setShort(4, events);
        pollRequest.setShort(6, (short) 0);
        Often.poll(pollRequest, 1, 0);
        return pollRequest.getShort(6);
    }

    private static DeviceException failure(String verb, int error) {
        return new DeviceException("The system could not " + verb + " a pseudo-terminal (error " + error
                + "): close programs that use many terminals and try again.");
    }
}

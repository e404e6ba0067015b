package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fazecast.jSerialComm.SerialPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PtyTest {

    @BeforeEach
    void needsPseudoTerminals() {
        assumeTrue(Pty.available(), "pseudo-terminals are absent on this system");
    }

    @Test
    void allByteValuesGoBothWaysThroughTheSerialLibrary() throws DeviceException {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (Pty pty = Pty.open();
                SerialByteSource host = new SerialByteSource(pty.path(), 115200, "8N1", true, true)) {
            host.open();
            assertThat(pty.write(all, 0, all.length)).isEqualTo(all.length);
            assertThat(bytesFrom(host, all.length)).isEqualTo(all);
            host.write(all);
            byte[] heard = new byte[256];
            int[] count = {0};
            byte[] piece = new byte[256];
            Awaitility.await().until(() -> {
                int n = pty.read(piece);
                System.arraycopy(piece, 0, heard, count[0], n);
                count[0] += n;
                return count[0] == all.length;
            });
            assertThat(heard).isEqualTo(all);
        }
    }

    @Test
    void readerIsSeenFromOpeningToClosing() throws DeviceException {
        try (Pty pty = Pty.open()) {
            assertThat(pty.hasReader()).isFalse();
            try (SerialByteSource host = new SerialByteSource(pty.path(), 222222, "8O1", true, true)) {
                host.open();
                assertThat(pty.hasReader()).isTrue();
            }
            Awaitility.await().until(() -> !pty.hasReader());
        }
    }

    @Test
    void hangUpIsMinusOneForTheReaderAtOnce() throws DeviceException {
        Pty pty = Pty.open();
        try (SerialByteSource host = new SerialByteSource(pty.path(), 115200, "8N1", true, true)) {
            host.open();
            pty.close();
            byte[] into = new byte[16];
            Awaitility.await().until(() -> host.read(into) == -1);
        }
    }

    @Test
    void deviceSeesTheLineSpeedThatTheProgramSet() throws DeviceException {
        try (Pty pty = Pty.open();
                SerialByteSource host = new SerialByteSource(pty.path(), 57600, "8N1", true, true)) {
            host.open();
            assertThat(pty.hostBaud()).hasValue(57600);
        }
    }

    @Test
    void nameStaysWhenTheCableIsPulledAndPutBack() throws DeviceException {
        try (PtyLink link = PtyLink.open("sensor")) {
            Path name = link.path();
            assertThat(Files.exists(name)).isTrue();
            link.unplug();
            assertThat(Files.exists(name)).isFalse();
            link.plug();
            try (SerialByteSource host = new SerialByteSource(name.toString(), 115200, "8N1", true, true)) {
                host.open();
                link.write(new byte[] {42}, 0, 1);
                assertThat(bytesFrom(host, 1)).containsExactly(42);
            }
        }
    }

    @Test
    void nextReaderFindsNothingOfTheOneBefore() throws DeviceException {
        try (PtyLink link = PtyLink.open("sensor")) {
            String name = link.path().toString();
            SerialByteSource first = new SerialByteSource(name, 115200, "8N1", true, true);
            first.open();
            assertThat(link.hasReader()).isTrue();
            link.write(new byte[] {1, 2, 3}, 0, 3);
            first.close();
            Awaitility.await().until(() -> !link.hasReader());
            assertThat(link.read(new byte[8])).isZero();
            try (SerialByteSource second = new SerialByteSource(name, 115200, "8N1", true, true)) {
                second.open();
                assertThat(link.hasReader()).isTrue();
                link.write(new byte[] {7}, 0, 1);
                assertThat(bytesFrom(second, 1)).containsExactly(7);
            }
        }
    }

    @Test
    void portThatAnotherProgramHasIsSaidToBeTaken() throws DeviceException {
        try (Pty pty = Pty.open();
                SerialByteSource first = new SerialByteSource(pty.path(), 115200, "8N1", true, true);
                SerialByteSource second = new SerialByteSource(pty.path(), 115200, "8N1", true, true)) {
            first.open();
            org.assertj.core.api.Assertions.assertThatThrownBy(second::open)
                    .isInstanceOf(DeviceException.class)
                    .hasMessageContaining("Another program has")
                    .hasMessageContaining("Arduino IDE");
        }
    }

    @Test
    void portThatIsNotThereIsSaidToBeMissing() {
        SerialByteSource host = new SerialByteSource("/dev/no-such-port", 115200, "8N1", true, true);
        org.assertj.core.api.Assertions.assertThatThrownBy(host::open)
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("There is no port /dev/no-such-port");
    }

    @Test
    void forbiddenPortOnLinuxNamesTheGroupAndTheCommand() {
        assumeTrue(System.getProperty("os.name").contains("Linux"), "the Linux sentence is absent elsewhere");
        assertThat(SerialByteSource.refusal("/dev/null", 13))
                .contains("dialout")
                .contains("usermod");
    }

    @Test
    void pseudoTerminalIsNotListed() throws DeviceException {
        try (Pty pty = Pty.open()) {
            assertThat(SerialPorts.list()).noneMatch(p -> p.path().equals(pty.path()));
            assertThat(SerialPorts.state(pty.path())).isEqualTo(SerialPorts.State.FREE);
        }
        assertThat(SerialPort.getVersion()).isNotEmpty();
    }

    static byte[] bytesFrom(ByteSource source, int wanted) {
        byte[] all = new byte[wanted];
        byte[] piece = new byte[wanted];
        int[] count = {0};
        Awaitility.await().until(() -> {
            int n = source.read(piece);
            System.arraycopy(piece, 0, all, count[0], Math.max(0, Math.min(n, wanted - count[0])));
            count[0] += n;
            return count[0] >= wanted;
        });
        return Arrays.copyOf(all, count[0]);
    }
}

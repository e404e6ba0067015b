package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences for a port that cannot be opened, as each system would have them. */
class SerialByteSourceTest {

    private static final int FORBIDDEN = 13;

    private final String system = System.getProperty("os.name");

    @TempDir
    private Path folder;

    private String port;

    @BeforeEach
    void aPort() throws Exception {
        port = Files.createFile(folder.resolve("ttyUSB0")).toString();
    }

    @AfterEach
    void theSystemAsItIs() {
        System.setProperty("os.name", system);
    }

    @Test
    void aForbiddenPortSaysOnLinuxWhichGroupToJoin() {
        System.setProperty("os.name", "Linux");
        assertEquals(
                "You may not open " + port
                        + ": run 'sudo usermod -aG dialout $USER' (group uucp on Arch), log out and in again.",
                SerialByteSource.refusal(port, FORBIDDEN));
    }

    @Test
    void aForbiddenPortSaysElsewhereWhomToAsk() {
        System.setProperty("os.name", "Mac OS X");
        assertThat(SerialByteSource.refusal(port, FORBIDDEN))
                .isEqualTo("You may not open " + port + ": ask for the right to use serial ports on this computer.");
    }

    @ParameterizedTest
    @CsvSource({"Linux, 16", "Mac OS X, 16", "Windows 11, 5"})
    void aTakenPortSaysThatAnotherProgramHasIt(String name, int error) {
        System.setProperty("os.name", name);
        assertThat(SerialByteSource.refusal(port, error))
                .startsWith("Another program has " + port + " open: close it")
                .endsWith("and try again.");
    }

    @ParameterizedTest
    @CsvSource({"Linux, 2", "Mac OS X, 2", "Windows 11, 2"})
    void aMissingPortSaysToPlugItIn(String name, int error) {
        System.setProperty("os.name", name);
        assertThat(SerialByteSource.refusal(port + "9", error))
                .isEqualTo(
                        "There is no port " + port + "9: plug the sensor in, or pair it, and choose its port again.");
    }
}

package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainsPowerTest {

    @TempDir
    Path folder;

    private void supply(String name, String type, String key, String value) throws IOException {
        Path supply = Files.createDirectories(folder.resolve(name));
        Files.writeString(supply.resolve("type"), type + "\n");
        Files.writeString(supply.resolve(key), value + "\n");
    }

    @Test
    void aLaptopOnItsChargerIsToldToPullItOut() throws IOException {
        supply("BAT0", "Battery", "status", "Charging");
        supply("AC", "Mains", "online", "1");
        assertThat(MainsPower.of(folder).hint()).startsWith("This laptop is on its charger.");
    }

    @Test
    void aLaptopOnItsBatteryIsLeftAlone() throws IOException {
        supply("BAT0", "Battery", "status", "Discharging");
        supply("AC", "Mains", "online", "0");
        assertThat(MainsPower.of(folder).hint()).isEmpty();
    }

    @Test
    void aMousesBatteryMakesNoLaptop() throws IOException {
        supply("hid", "Battery", "scope", "Device");
        supply("AC", "Mains", "online", "1");
        assertThat(MainsPower.of(folder).hint()).isEmpty();
    }

    @Test
    void aSystemThatTellsNothingIsLeftAlone() {
        assertThat(MainsPower.of(folder.resolve("nowhere")).hint()).isEmpty();
    }
}

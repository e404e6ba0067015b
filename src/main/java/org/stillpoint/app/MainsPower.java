package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a laptop is on its charger, as Linux tells it in files. A computer without a battery, or one whose system tells
 * nothing, is not a laptop on its charger.
 */
record MainsPower(boolean battery, boolean online) {

    /** @param folder usually {@code /sys/class/power_supply}; need not be there */
    static MainsPower of(Path folder) {
        boolean battery = false;
        boolean online = false;
        for (Path supply : supplies(folder)) {
            String type = word(supply.resolve("type"));
            // A battery of a mouse or a pen has the scope Device.
            battery |= type.equals("Battery") && !word(supply.resolve("scope")).equals("Device");
            online |= (type.equals("Mains") || type.startsWith("USB"))
                    && word(supply.resolve("online")).equals("1");
        }
        return new MainsPower(battery, online);
    }

    private static List<Path> supplies(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        } catch (IOException notThere) {
            return List.of();
        }
    }

    private static String word(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** What to do before electrodes are on; empty when there is nothing to do. */
    String hint() {
        return battery && online
                ? "This laptop is on its charger. Pull the charger out while electrodes are on a person."
                : "";
    }
}

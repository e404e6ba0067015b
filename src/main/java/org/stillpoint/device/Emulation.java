package org.stillpoint.device;

import java.nio.file.Path;
import java.util.List;

/**
 * How a device is to be emulated.
 *
 * @param channels inputs that are sent; empty: what the host asks for, or all
 * @param signal recording that it plays; null: the scenario
 * @param signalHz rows a second of the recording
 * @param scenario what it measures without a recording
 * @param ledger file for what was truly sent; null = none
 * @param seconds after which the port closes; 0 = never
 * @param speed how many times as fast as the real device
 */
public record Emulation(
        List<String> channels,
        Path signal,
        double signalHz,
        List<ColumnMap> map,
        Scenario scenario,
        Faults faults,
        Path ledger,
        double seconds,
        double speed,
        long seed) {

    /** A scenario at true speed, without faults, ledger or end. */
    public static Emulation of(Scenario scenario) {
        return new Emulation(List.of(), null, 0, List.of(), scenario, Faults.none(), null, 0, 1, 1);
    }

    /** The same with these faults and this ledger (null = none). */
    public Emulation with(Faults faults, Path ledger) {
        return new Emulation(channels, signal, signalHz, map, scenario, faults, ledger, seconds, speed, seed);
    }

    /** The same, playing a recording. */
    public Emulation playing(Path signal, double signalHz, List<ColumnMap> map) {
        return new Emulation(channels, signal, signalHz, map, scenario, faults, ledger, seconds, speed, seed);
    }
}

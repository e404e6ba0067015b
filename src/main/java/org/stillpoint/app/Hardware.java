package org.stillpoint.app;

import java.nio.file.Path;
import java.util.List;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.device.ChannelChoice;
import org.stillpoint.device.DeviceException;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.device.FrameDecoders;
import org.stillpoint.device.Profiles;
import org.stillpoint.device.SampleSource;
import org.stillpoint.device.SerialSource;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.device.SimulatedSource;
import org.stillpoint.device.TextColumns;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.store.DataFolder;
import org.stillpoint.store.ProtocolFiles;
import org.stillpoint.store.ScriptFiles;

/** What can be plugged in and trained: profiles, protocols and texts that came with the program, and the user's own. */
final class Hardware {

    /**
     * Who sits there when no sensor does: somebody who knows the pacer. Nine breaths in ten with it, as other simulated
     * people do, is one in four off it in the end, since each that is missed costs the next one or two as well.
     */
    static final SimulatedPerson PERSON = SimulatedPerson.resting(1).withBreathing(14, 0.98);

    private final Path builtInDevices;
    private final Clock clock;
    private final boolean light;

    /** @param builtInDevices the folder {@code devices} */
    Hardware(Path builtInDevices, Clock clock) {
        this(builtInDevices, clock, false);
    }

    private Hardware(Path builtInDevices, Clock clock, boolean light) {
        this.builtInDevices = builtInDevices;
        this.clock = clock;
        this.light = light;
    }

    /** The same, with the BITalino's first channel as it comes, for measuring delays. */
    Hardware withLight() {
        return new Hardware(builtInDevices, clock, true);
    }

    /** The folder beside the program, or in the folder where it was started from its sources. */
    static Path builtInDevices() {
        String home = System.getProperty("stillpoint.home");
        return home == null ? Path.of("devices").toAbsolutePath() : Path.of(home, "devices");
    }

    /** The profiles of the two folders: the program's and the user's. */
    Profiles profilesOfFolders(DataFolder data) {
        return Profiles.load(builtInDevices, data.devices());
    }

    /** The simulated patient first, then the profiles of the folders. */
    Profiles profiles(DataFolder data) {
        return profilesOfFolders(data).withFirst(List.of(SimulatedSource.describe()));
    }

    /**
     * A source for a profile.
     *
     * @param channels null = the profile's own
     * @throws DeviceException with a sentence when there is no such profile, channel, or no port was named
     */
    SampleSource source(DataFolder data, String profileId, String port, List<String> channels, PacerCell pacer)
            throws DeviceException {
        DeviceProfile profile = profiles(data).named(profileId);
        if (profile.port() == null) {
            return new SimulatedSource(PERSON, pacer, clock::nanos);
        }
        if (port == null) {
            throw new DeviceException("The profile " + profileId + " needs a port: name it with --port.");
        }
        DeviceProfile chosen = channels != null
                ? ChannelChoice.apply(profile, channels)
                : profile.frame().kind().equals("lines")
                        ? TextColumns.on(port, profile, clock::nanos)
                        : light ? BenchCommand.lightOn(profile) : profile;
        return SerialSource.on(port, chosen, FrameDecoders.of(chosen), clock::nanos);
    }

    /** The protocols that came with the program and the user's own. */
    ProtocolFiles protocols(DataFolder data) {
        return ProtocolFiles.load(data.protocols());
    }

    /** The texts that lead through exercises: those that came with the program and the user's own. */
    ScriptFiles scripts(DataFolder data) {
        return ScriptFiles.load(data.scripts());
    }
}

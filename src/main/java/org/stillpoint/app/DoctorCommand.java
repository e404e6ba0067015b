package org.stillpoint.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.device.Profiles;
import org.stillpoint.device.SerialPorts;
import org.stillpoint.store.SealedStore;
import org.stillpoint.store.StoreException;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.sound.BreathSound;
import org.stillpoint.ui.sound.SoundOut;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: what works on this computer, and what to do about the rest. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Looks at ports, permissions, display, sound, disk, power and store, and says what to do.")
final class DoctorCommand implements Callable<Integer> {

    private static final long LEAST_FREE_BYTES = 500_000_000L;
    private static final Path POWER = Path.of("/sys/class/power_supply");

    /** How a check ended; only {@code blocked} hinders a recording. */
    private enum State {
        OK,
        ATTENTION,
        BLOCKED
    }

    private record Finding(String check, String state, String message) {}

    private final GlobalOptions global;
    private final Hardware hardware;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "one JSON array of {check, state, message}")
    private boolean json;

    DoctorCommand(GlobalOptions global, Hardware hardware, Clock clock) {
        this.global = global;
        this.hardware = hardware;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        findings.clear();
        profiles();
        ports();
        display();
        sound();
        store();
        disk();
        power();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(findings) + "\n");
        } else {
            for (Finding finding : findings) {
                out.print(String.format("%-10s %-10s %s\n", finding.check(), finding.state(), finding.message()));
            }
        }
        out.flush();
        return findings.stream().anyMatch(finding -> finding.state().equals("blocked")) ? 1 : 0;
    }

    private void found(String check, State state, String message) {
        findings.add(new Finding(check, state.name().toLowerCase(Locale.ROOT), message));
    }

    private void profiles() {
        Profiles profiles = hardware.profiles(global.data());
        if (profiles.problems().isEmpty()) {
            found("profiles", State.OK, profiles.all().size() + " device profiles are readable.");
        } else {
            profiles.problems().forEach(problem -> found("profiles", State.ATTENTION, problem.toString()));
        }
    }

    private void ports() {
        List<SerialPorts.Port> ports = SerialPorts.list();
        if (ports.isEmpty()) {
            found(
                    "ports",
                    State.ATTENTION,
                    "No serial port is there; plug a sensor in or pair it. The simulated patient needs none.");
        }
        for (SerialPorts.Port port : ports) {
            SerialPorts.State state = SerialPorts.state(port.path());
            found(
                    "ports",
                    state == SerialPorts.State.FREE ? State.OK : State.ATTENTION,
                    port.path() + ": " + Station.words(state));
        }
    }

    private void display() {
        if (FxThread.withoutDisplay()) {
            found(
                    "display",
                    State.ATTENTION,
                    "There is no display: recording and demo --headless work, the screens do not.");
        } else {
            found("display", State.OK, "There is a display.");
        }
    }

    private void sound() {
        try (SoundOut speaker = SoundOut.open()) {
            String silence = speaker.silence();
            found(
                    "sound",
                    silence.isEmpty() ? State.OK : State.ATTENTION,
                    silence.isEmpty()
                            ? "Sound works; a muscle's change is heard after about "
                                    + Math.round(BreathSound.latencyMillis(speaker)) + " ms."
                            : silence);
        }
    }

    private void store() {
        Optional<String> refusal = global.data().refusal();
        if (refusal.isPresent()) {
            found("store", State.BLOCKED, refusal.get());
            return;
        }
        if (!global.data().holdsStore()) {
            found("store", State.OK, "Nothing is stored yet; the first session makes the store.");
            return;
        }
        try (SealedStore store = SealedStore.openForReading(global.data(), clock)) {
            found("store", State.OK, store.sessions().all().size() + " sessions can be read.");
        } catch (StoreException refused) {
            found("store", State.BLOCKED, refused.getMessage());
        }
        global.data().concern().ifPresent(concern -> found("store", State.ATTENTION, concern));
    }

    private void disk() {
        try {
            long free = global.data().freeBytes();
            String words = free / 1_000_000 + " MB are free where the data are kept";
            if (free < LEAST_FREE_BYTES) {
                found("disk", State.BLOCKED, words + "; free some space before recording.");
            } else {
                found("disk", State.OK, words + ".");
            }
        } catch (StoreException unknown) {
            found("disk", State.ATTENTION, unknown.getMessage());
        }
    }

    private void power() throws IOException {
        if (!Files.isDirectory(POWER)) {
            found(
                    "power",
                    State.ATTENTION,
                    "The power state is not known: unplug the charger while electrodes are on.");
            return;
        }
        boolean mains = false;
        boolean battery = false;
        try (DirectoryStream<Path> supplies = Files.newDirectoryStream(POWER)) {
            for (Path supply : supplies) {
                battery |= line(supply.resolve("type")).equals("Battery");
                mains |= line(supply.resolve("online")).equals("1");
            }
        }
        if (mains || !battery) {
            found(
                    "power",
                    State.ATTENTION,
                    "The computer runs on mains: use only isolated or battery-powered front ends, "
                            + "and unplug a laptop's charger while electrodes are on.");
        } else {
            found("power", State.OK, "The computer runs on its battery.");
        }
    }

    private static String line(Path file) throws IOException {
        return Files.isReadable(file) ? Files.readString(file).strip() : "";
    }
}

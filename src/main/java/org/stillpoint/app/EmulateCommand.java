package org.stillpoint.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.stillpoint.acquisition.ProgramEnd;
import org.stillpoint.device.ColumnMap;
import org.stillpoint.device.DeviceException;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.device.Emulation;
import org.stillpoint.device.Emulator;
import org.stillpoint.device.Faults;
import org.stillpoint.device.Profiles;
import org.stillpoint.device.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emulate}: a device on a pseudo-terminal; the first line of standard output is the path to open. */
@Command(
        name = "emulate",
        mixinStandardHelpOptions = true,
        description = "Is a device on a pseudo-terminal (Linux, macOS); prints the path that programs open.")
public final class EmulateCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int LAST_WORDS_SECONDS = 5;

    private final Supplier<Profiles> profiles;
    private final LongSupplier nanos;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROFILE", description = "id of a device profile")
    private String profileId;

    @Option(
            names = "--channels",
            split = ",",
            description = "inputs of a BITalino (default: what the host chooses), or labels that a sketch prints")
    private List<String> channels = List.of();

    @Option(names = "--signal", paramLabel = "FILE", description = "recording to play: CSV with a header, or CSV.gz")
    private Path signal;

    @Option(names = "--rate", paramLabel = "HZ", description = "rows a second of the recording")
    private double rateHz;

    @Option(
            names = "--map",
            paramLabel = "CHANNEL=COL[*FACTOR],...",
            description = "which column each channel carries; default: columns named after channels or roles")
    private String map;

    @Option(
            names = "--scenario",
            description = "without a recording: ramp, rest, tense, slow-breathing, stress or lead-off")
    private String scenario;

    @Option(
            names = "--fault",
            paramLabel = "SPEC",
            description = {
                "what goes wrong on the line; may be given again:",
                "drop=1%% corrupt=0.1%% lose-byte=1%% insert-byte=1%% duplicate=1%% garbage=3s@20s stall=3s@20s"
                        + " unplug=5s@30s restart@20s flood=10x@20s baud drift=200ppm leadoff=ch1:5s@10s"
            })
    private List<String> faults = List.of();

    @Option(names = "--ledger", paramLabel = "FILE", description = "CSV index,t_s,event of what was truly sent")
    private Path ledger;

    @Option(names = "--seconds", paramLabel = "N", description = "closes the port after so long; default: never")
    private double seconds;

    @Option(names = "--speed", paramLabel = "X", description = "so many times as fast as the real device")
    private double speed = 1;

    @Option(names = "--seed", paramLabel = "S", description = "of chance: the same seed, the same faults and signals")
    private long seed = 1;

    /**
     * @param profiles loaded when the command runs
     * @param nanos the monotonic clock
     */
    public EmulateCommand(Supplier<Profiles> profiles, LongSupplier nanos) {
        this.profiles = profiles;
        this.nanos = nanos;
    }

    @Override
    public Integer call() {
        DeviceProfile profile;
        try {
            profile = profiles.get().named(profileId);
        } catch (DeviceException e) {
            return failed(WRONG_USAGE, e.getMessage());
        }
        try (Emulator emulator = new Emulator(profile, emulation(), nanos)) {
            return run(emulator);
        } catch (IllegalArgumentException e) {
            return failed(WRONG_USAGE, e.getMessage());
        } catch (DeviceException e) {
            return failed(FAILED, e.getMessage());
        }
    }

    private int run(Emulator emulator) throws DeviceException {
        CountDownLatch closed = new CountDownLatch(1);
        ProgramEnd end = ProgramEnd.does(() -> {
            emulator.stop();
            awaitQuietly(closed);
        });
        try {
            PrintWriter out = spec.commandLine().getOut();
            out.print(emulator.open() + "\n");
            out.flush();
            emulator.run();
            return emulator.ledgerBroken()
                    ? failed(FAILED, "The ledger " + ledger + " is not whole: make room on the disk and run again.")
                    : DONE;
        } finally {
            closed.countDown();
            end.close();
        }
    }

    private Emulation emulation() {
        if (signal != null && scenario != null) {
            throw new IllegalArgumentException("Say --signal or --scenario, not both.");
        }
        if (signal == null && (map != null || rateHz != 0)) {
            throw new IllegalArgumentException("--map and --rate belong to --signal.");
        }
        if (!(speed > 0) || seconds < 0 || Double.isNaN(seconds)) {
            throw new IllegalArgumentException("--speed must be more than 0 and --seconds not less.");
        }
        Scenario chosen = scenario == null
                ? Scenario.REST
                : Scenario.of(scenario)
                        .orElseThrow(() -> new IllegalArgumentException("'" + scenario + "' is no scenario; there are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Scenario.values())
                                                .map(Scenario::id)
                                                .toList())
                                + "."));
        return new Emulation(
                channels,
                signal,
                rateHz,
                ColumnMap.parse(map),
                chosen,
                Faults.parse(faults),
                ledger,
                seconds,
                speed,
                seed);
    }

    private static void awaitQuietly(CountDownLatch closed) {
        try {
            closed.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int failed(int code, String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.print(sentence + "\n");
        err.flush();
        return code;
    }
}

package org.stillpoint.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.ProgramEnd;
import org.stillpoint.device.SimulatedSource;
import org.stillpoint.store.DataFolder;
import org.stillpoint.store.StoreException;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.Jobs;
import org.stillpoint.ui.Pulse;
import org.stillpoint.ui.Snapshot;
import org.stillpoint.ui.StationControl.SensorChoice;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.console.TherapistConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: one whole session with the simulated patient on the real screens, on a throw-away data folder. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Shows one whole session with the simulated patient and leaves pictures and an export.")
final class DemoCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCommand.class);

    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final double LEAST_SECONDS = 10;

    private final Hardware hardware;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Option(names = "--seconds", paramLabel = "N", description = "length of the session, 60 by default")
    private double seconds = 60;

    @Option(names = "--out", paramLabel = "DIR", description = "where pictures and export go, demo/ by default")
    private Path out = Path.of("demo");

    @Option(names = "--headless", description = "draw into memory, open no window")
    private boolean headless;

    DemoCommand(Hardware hardware, Clock clock) {
        this.hardware = hardware;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, StoreException {
        if (!(seconds >= LEAST_SECONDS)) {
            throw new ParameterException(spec.commandLine(), "--seconds takes 10 or more, not " + seconds);
        }
        PrintWriter err = spec.commandLine().getErr();
        if (headless || FxThread.withoutDisplay()) {
            if (!headless) {
                err.print("There is no display: the demonstration runs without a window.\n");
                err.flush();
            }
            FxThread.drawInMemory();
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new StoreException(out + " is a file and no folder: choose another one with --out.");
        }
        Files.createDirectories(out);
        Path folder = Files.createTempDirectory("stillpoint-demo");
        try {
            DataFolder data = new DataFolder(folder);
            writeProtocol(data.protocols().resolve("demonstration.toml"));
            try (Station station = new Station(data, hardware, clock)) {
                if (!FxThread.start()) {
                    throw new StoreException("The window system did not start; try demo --headless.");
                }
                ProgramEnd end = ProgramEnd.does(() -> throwAway(station, folder));
                try {
                    return show(station);
                } finally {
                    end.close();
                }
            }
        } finally {
            FxThread.exit();
            remove(folder);
        }
    }

    private int show(Station station) throws IOException, StoreException {
        Jobs jobs = new Jobs();
        Pulse pulse = new Pulse();
        TherapistConsole[] made = new TherapistConsole[1];
        FxThread.await(() -> {
            Stage stage = new Stage();
            stage.setWidth(1440);
            stage.setHeight(900);
            made[0] = new TherapistConsole(stage, station, clock, pulse, jobs, Theme.LIGHT, Theme.DARK);
            made[0].show();
        });
        TherapistConsole console = made[0];
        FxThread.await(() -> console.start(
                "P-0001",
                "demonstration",
                List.of(new SensorChoice(SimulatedSource.describe().id(), "", "", true, "ready"))));
        await(() -> console.session().isPresent() || !console.trouble().isEmpty(), 20);
        if (!console.trouble().isEmpty()) {
            throw new StoreException(console.trouble());
        }
        FxThread.await(console::openPatientWindow);
        rest(seconds * 0.8);
        Snapshot.png(console.scene(), out.resolve("console.png"));
        Scene[] patient = new Scene[1];
        FxThread.await(() -> console.patientScreen().ifPresent(screen -> patient[0] = screen.scene()));
        if (patient[0] != null) {
            Snapshot.png(patient[0], out.resolve("patient.png"));
        }
        rest(seconds * 0.2);
        FxThread.await(console::stop);
        await(() -> console.showsSummary() || !console.trouble().isEmpty(), 60);
        rest(1.5);
        Snapshot.png(console.scene(), out.resolve("summary.png"));
        station.exportAll(out.resolve("export"));
        FxThread.await(() -> {
            console.close();
            pulse.stop();
        });
        jobs.close();
        spec.commandLine().getOut().print(out + "\n");
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void await(BooleanSupplier condition, double atMostSeconds) throws StoreException {
        long deadline = clock.nanos() + Math.round(atMostSeconds * 1e9);
        boolean[] done = new boolean[1];
        while (!done[0]) {
            FxThread.await(() -> done[0] = condition.getAsBoolean());
            if (clock.nanos() - deadline > 0) {
                throw new StoreException("The demonstration did not come forward; run stillpoint doctor.");
            }
            LockSupport.parkNanos(WAIT_NANOS);
        }
    }

    private void rest(double forSeconds) {
        long until = clock.nanos() + Math.round(forSeconds * 1e9);
        while (clock.nanos() - until < 0) {
            LockSupport.parkNanos(WAIT_NANOS);
        }
    }

    /** A short protocol of the same shape as a real one, with both exercises at once. */
    private void writeProtocol(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                String.format(
                        Locale.ROOT,
                        """
                id = "demonstration"
                name = "Demonstration"
                order = 1
                exercises = ["paced-breathing", "emg-relaxation"]
                display = "wave-tension"
                rationale = "A short look at how a session goes."

                [pacer]
                rate_per_min = 6
                inhale_share = 0.45

                [[phases]]
                title = "Rest"
                kind = "baseline"
                seconds = %1$.1f
                text = "Sit comfortably and let your breath come and go as it likes."

                [[phases]]
                title = "How"
                kind = "instruction"
                seconds = %3$.1f
                text = "Slow, low, soft; not deeper. A smaller breath than you think."

                [[phases]]
                title = "Trial 1"
                kind = "feedback"
                seconds = %2$.1f
                text = "Follow the path, slow, low, soft; let the bar sink."

                [[phases]]
                title = "Alone, after"
                kind = "alone-after"
                seconds = %1$.1f
                text = "Go on in your own way, without any help."
                """,
                        Math.max(3, seconds * 0.12),
                        Math.max(4, seconds * 0.68),
                        Math.max(1, seconds * 0.08)),
                StandardCharsets.UTF_8);
    }

    /** Told to stop in the middle, nothing of the session stays behind. */
    private static void throwAway(Station station, Path folder) {
        try {
            station.close();
            remove(folder);
        } catch (StoreException | IOException failed) {
            LOG.warn("The throw-away data folder could not be removed: {}", failed.getMessage());
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

package org.stillpoint.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.ProgramEnd;
import org.stillpoint.device.DeviceException;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.metric.MuscleBand;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.report.SessionReview;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.store.SealedStore;
import org.stillpoint.store.SessionRecorder;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.SensorNeeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code record}: a session without screens; prints its id once the first second is safe. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Records a sensor, a protocol or both until the time is over or the program is told to stop.")
final class RecordCommand implements Callable<Integer> {

    private static final double FIRST_SAMPLE_WITHIN_SECONDS = 10;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final GlobalOptions global;
    private final Hardware hardware;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PATH", description = "the serial port; the simulated patient needs none")
    private String port;

    @Option(
            names = "--profile",
            paramLabel = "ID",
            description = "id of a device profile; only a protocol that needs no sensor goes without")
    private String profileId;

    @Option(names = "--channels", split = ",", description = "ids, ports, or labels and positions of text lines")
    private List<String> channels;

    @Option(names = "--seconds", paramLabel = "N", description = "ends by itself after this long")
    private Double seconds;

    @Option(names = "--protocol", paramLabel = "ID", description = "trains this protocol while recording")
    private String protocolId;

    @Option(names = "--patient", paramLabel = "CODE", description = "whose session it is; created when unknown")
    private String patientCode = "guest";

    @Option(
            names = "--emg-band",
            paramLabel = "BAND",
            description = "wide (20-500 Hz, the default) or narrow (100-200 Hz)")
    private MuscleBand band = MuscleBand.WIDE;

    @Option(
            names = "--rve",
            paramLabel = "UV",
            description = "RMS of the muscle's reference effort, for the level of rest; with --rest-rve")
    private Double reference;

    @Option(
            names = "--rest-rve",
            paramLabel = "PCT",
            description =
                    "percent of the reference effort under which the muscle rests; never under three noise floors")
    private Double restPercent;

    RecordCommand(GlobalOptions global, Hardware hardware, Clock clock) {
        this.global = global;
        this.hardware = hardware;
        this.clock = clock;
    }

    @Override
    public Integer call() throws DeviceException, StoreException {
        if (seconds != null && !(seconds > 0)) {
            throw new ParameterException(spec.commandLine(), "--seconds takes a number above 0, not " + seconds);
        }
        PipelineSettings settings = settings();
        AtomicBoolean told = new AtomicBoolean();
        CountDownLatch closed = new CountDownLatch(1);
        ProgramEnd end = ProgramEnd.does(() -> {
            told.set(true);
            await(closed);
        });
        try {
            return record(told, settings);
        } finally {
            closed.countDown();
            end.close();
        }
    }

    private PipelineSettings settings() {
        PipelineSettings settings = SessionRun.SETTINGS.with(band);
        if ((reference == null) != (restPercent == null)) {
            throw new ParameterException(
                    spec.commandLine(), "--rve and --rest-rve go together: percent of how many µV");
        }
        try {
            return reference == null ? settings : settings.withRest(restPercent, reference);
        } catch (IllegalArgumentException none) {
            throw new ParameterException(spec.commandLine(), none.getMessage());
        }
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private int record(AtomicBoolean told, PipelineSettings settings) throws DeviceException, StoreException {
        PacerCell pacer = new PacerCell();
        if (profileId == null) {
            return session(List.of(), pacer, protocolWithoutSensor(), told, settings);
        }
        requireWhatIsNamed();
        Protocol protocol =
                protocolId == null ? null : hardware.protocols(global.data()).named(protocolId);
        Sensor sensor = new Sensor(hardware.source(global.data(), profileId, port, channels, pacer), clock).start();
        try {
            try {
                sensor.awaitFirstSample(FIRST_SAMPLE_WITHIN_SECONDS, told::get);
            } catch (DeviceException ending) {
                // Told to stop, the port may be gone before its reader is; that is no failure.
                if (!told.get()) {
                    throw ending;
                }
            }
            if (told.get()) {
                say("Stopped before the first sample: nothing was recorded.");
                return 0;
            }
            return session(List.of(sensor), pacer, protocol, told, settings);
        } finally {
            sensor.close();
        }
    }

    private int session(
            List<Sensor> sensors, PacerCell pacer, Protocol protocol, AtomicBoolean told, PipelineSettings settings)
            throws StoreException {
        try (SealedStore store = SealedStore.open(global.data(), clock)) {
            SessionRun run = new SessionRun(
                    sensors,
                    pacer,
                    store,
                    patientCode,
                    protocol,
                    store.findings().remembered(patientCode),
                    settings,
                    hardware.scripts(global.data()).all(),
                    clock);
            SessionRecorder recorder = run.recorder();
            boolean printed;
            try (run) {
                double rateHz = sensors.isEmpty() ? 0 : sensors.get(0).profile().rateHz();
                if (seconds != null && rateHz > 0) {
                    recorder.endAfterSamples(Math.round(seconds * rateHz));
                } else if (seconds != null) {
                    recorder.endAfterSeconds(seconds);
                }
                printed = follow(run.start(), told);
            }
            if (!recorder.durable()) {
                throw new StoreException(recorder.problem().orElse("Nothing came in time to be recorded."));
            }
            if (!printed) {
                print(recorder.sessionId());
            }
            run.saveFindings(store, List.of());
            SessionReview.store(store, recorder.sessionId());
            return 0;
        }
    }

    /** Without a profile there must be a protocol that loses nothing by it. */
    private Protocol protocolWithoutSensor() throws StoreException {
        if (protocolId == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--profile=ID'");
        }
        if (port != null || channels != null) {
            throw new ParameterException(
                    spec.commandLine(), "--port and --channels belong to a sensor: name it with --profile.");
        }
        Protocol protocol = hardware.protocols(global.data()).named(protocolId);
        if (!SensorNeeds.runsWithout(protocol)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The protocol " + protocolId + " needs a sensor: name it with --profile. "
                            + SensorNeeds.missing(protocol, Set.of()));
        }
        return protocol;
    }

    /** What the profile, port, protocol and time that were asked for cannot be is wrong usage, said before anything opens. */
    private void requireWhatIsNamed() throws DeviceException {
        DeviceProfile profile;
        try {
            profile = hardware.profiles(global.data()).named(profileId);
        } catch (DeviceException unknown) {
            if (unknown.getMessage().contains(" is broken: ")) {
                // The name is right; it is the file that has to be mended.
                throw unknown;
            }
            throw new ParameterException(spec.commandLine(), unknown.getMessage());
        }
        if (profile.port() != null && port == null) {
            throw new ParameterException(
                    spec.commandLine(), "The profile " + profileId + " needs a port: name it with --port.");
        }
        if (profile.port() == null && channels != null) {
            throw new ParameterException(
                    spec.commandLine(), "The simulated patient always has all its channels: leave --channels out.");
        }
        if (seconds != null && profile.rateHz() > 0 && Math.round(seconds * profile.rateHz()) < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--seconds " + seconds + " is less than one sample of this device.");
        }
    }

    private void print(String id) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(id + "\n");
        out.flush();
    }

    private void say(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.print(sentence + "\n");
        err.flush();
    }

    /** @return whether the id was printed */
    private boolean follow(SessionRun run, AtomicBoolean told) {
        Feedback now = run.cell().blank();
        boolean printed = false;
        String complaint = "";
        while (!told.get() && !run.recorder().finished()) {
            if (!printed && run.recorder().durable()) {
                print(run.recorder().sessionId());
                printed = true;
            }
            Optional<String> problem = run.recorder().problem();
            if (problem.isPresent() && !problem.get().equals(complaint)) {
                complaint = problem.get();
                say(complaint);
            }
            if (run.loop() != null && run.cell().read(now) > 0 && now.state() == Feedback.State.FINISHED) {
                break;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return printed;
    }
}

package org.stillpoint.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.ProgramEnd;
import org.stillpoint.device.DeviceException;
import org.stillpoint.report.SessionReview;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.store.SealedStore;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Protocol;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code record}: a session without screens; prints its id once the first second is safe. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Records a sensor until the time is over or the program is told to stop.")
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

    @Option(names = "--profile", paramLabel = "ID", required = true, description = "id of a device profile")
    private String profileId;

    @Option(names = "--channels", split = ",", description = "ids, ports, or labels and positions of text lines")
    private List<String> channels;

    @Option(names = "--seconds", paramLabel = "N", description = "ends by itself after this long")
    private Double seconds;

    @Option(names = "--protocol", paramLabel = "ID", description = "trains this protocol while recording")
    private String protocolId;

    @Option(names = "--patient", paramLabel = "CODE", description = "whose session it is; created when unknown")
    private String patientCode = "guest";

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
        AtomicBoolean told = new AtomicBoolean();
        CountDownLatch closed = new CountDownLatch(1);
        ProgramEnd end = ProgramEnd.does(() -> {
            told.set(true);
            await(closed);
        });
        try {
            return record(told);
        } finally {
            closed.countDown();
            end.close();
        }
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private int record(AtomicBoolean told) throws DeviceException, StoreException {
        PacerCell pacer = new PacerCell();
        Protocol protocol =
                protocolId == null ? null : hardware.protocols(global.data()).named(protocolId);
        Sensor sensor = new Sensor(hardware.source(global.data(), profileId, port, channels, pacer), clock).start();
        try {
            sensor.awaitFirstSample(FIRST_SAMPLE_WITHIN_SECONDS);
            try (SealedStore store = SealedStore.open(global.data(), clock)) {
                String id;
                try (SessionRun run = new SessionRun(List.of(sensor), pacer, store, patientCode, protocol, clock)) {
                    if (seconds != null && sensor.profile().rateHz() > 0) {
                        run.recorder()
                                .endAfterSamples(
                                        Math.round(seconds * sensor.profile().rateHz()));
                    } else if (seconds != null) {
                        run.recorder().endAfterSeconds(seconds);
                    }
                    follow(run.start(), told);
                    id = run.recorder().sessionId();
                }
                SessionReview.store(store, id);
                return 0;
            }
        } finally {
            sensor.close();
        }
    }

    private void follow(SessionRun run, AtomicBoolean told) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Feedback now = run.cell().blank();
        boolean printed = false;
        String complaint = "";
        while (!told.get() && !run.recorder().finished()) {
            if (!printed && run.recorder().durable()) {
                out.println(run.recorder().sessionId());
                out.flush();
                printed = true;
            }
            Optional<String> problem = run.recorder().problem();
            if (problem.isPresent() && !problem.get().equals(complaint)) {
                complaint = problem.get();
                err.println(complaint);
                err.flush();
            }
            if (run.loop() != null && run.cell().read(now) > 0 && now.state() == Feedback.State.FINISHED) {
                break;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        if (!printed) {
            out.println(run.recorder().sessionId());
            out.flush();
        }
    }
}

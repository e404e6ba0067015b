package org.stillpoint.app;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.device.DeviceException;
import org.stillpoint.device.SimulatedSource;
import org.stillpoint.store.StoreException;
import org.stillpoint.ui.FxThread;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/**
 * The command line: each command is a file of its own and a line here. Results go to standard output, all else to
 * standard error; exit 0 done, 1 failed with one sentence, 2 wrong usage.
 */
@Command(
        name = "stillpoint",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLine.Version.class,
        description = {
            "Biofeedback training: muscle, heart and breath.",
            "A training and education aid used with a qualified professional; not a medical device."
        })
final class CommandLine implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLine.class);
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    private final Hardware hardware;
    private final Clock clock;

    private CommandLine(Hardware hardware, Clock clock) {
        this.hardware = hardware;
        this.clock = clock;
    }

    /** The whole command line, ready to execute. */
    static picocli.CommandLine of(Clock clock) {
        Hardware hardware = new Hardware(Hardware.builtInDevices(), clock);
        CommandLine root = new CommandLine(hardware, clock);
        GlobalOptions global = root.global;
        picocli.CommandLine line = new picocli.CommandLine(root);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.addSubcommand(new DecodeCommand(() -> hardware.profiles(global.data()), System.in));
        line.addSubcommand(new ProfilesCommand(
                List.of(SimulatedSource.describe()), () -> hardware.profilesOfFolders(global.data())));
        line.addSubcommand(new DevicesCommand(() -> hardware.profilesOfFolders(global.data()), clock::nanos));
        line.addSubcommand(new EmulateCommand(() -> hardware.profiles(global.data()), clock::nanos));
        line.addSubcommand(new AnalyzeCommand());
        line.addSubcommand(new DemoCommand(hardware, clock));
        line.addSubcommand(new RecordCommand(global, hardware, clock));
        line.addSubcommand(new SessionsCommand(global, clock));
        line.addSubcommand(new ExportCommand(global, clock));
        line.addSubcommand(new ReplayCommand(global, clock));
        line.addSubcommand(new ReportCommand(global, clock));
        line.addSubcommand(new SimulateCommand(global, hardware));
        line.addSubcommand(new BenchCommand(global, hardware, clock));
        line.addSubcommand(new DoctorCommand(global, hardware, clock));
        line.addSubcommand(new PacerCommand());
        line.addSubcommand(new BenchViewCommand(global, hardware, clock));
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(
                new PrintWriter(new PrintableWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8)), true));
        line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        line.setExecutionStrategy(parsed -> {
            int code = new RunLast().execute(parsed);
            if (line.getOut().checkError()) {
                line.getErr().print("The results could not be written: make room, or keep the pipe open.\n");
                line.getErr().flush();
                return FAILED;
            }
            return code;
        });
        line.setExecutionExceptionHandler((thrown, command, parsed) -> {
            boolean known = thrown instanceof DeviceException || thrown instanceof StoreException;
            command.getErr()
                    .print((known ? thrown.getMessage() : "Something unexpected went wrong (" + thrown + ").") + "\n");
            command.getErr().flush();
            LOG.debug("The command failed", thrown);
            return FAILED;
        });
        return line;
    }

    /** Without a command: the therapist's console, or, started from its sources without a display, the demonstration. */
    @Override
    public Integer call() throws StoreException {
        if (FxThread.withoutDisplay() && "maven".equals(System.getProperty("stillpoint.started.by"))) {
            return spec.commandLine().execute("demo", "--headless", "--out", "target/demo");
        }
        return new StationApp(global.data(), hardware, clock)
                .run(spec.commandLine().getErr());
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Version.class.getPackage().getImplementationVersion();
            return new String[] {"stillpoint " + (version == null ? "from its sources" : version)};
        }
    }
}

package org.stillpoint.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.device.DeviceException;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench}: measures this station on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the station on this machine; blocks in which the machine was busy are left out.")
final class BenchCommand implements Callable<Integer> {

    private static final List<String> NAMES = List.of("latency", "pipeline", "all");
    private static final int BLOCKS = 7;

    private final GlobalOptions global;
    private final Hardware hardware;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "latency, pipeline, or all")
    private String name;

    @Option(names = "--quick", description = "shorter blocks")
    private boolean quick;

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    BenchCommand(GlobalOptions global, Hardware hardware, Clock clock) {
        this.global = global;
        this.hardware = hardware;
        this.clock = clock;
    }

    @Override
    public Integer call() throws DeviceException, IOException, InterruptedException {
        if (!NAMES.contains(name)) {
            throw new ParameterException(
                    spec.commandLine(), "There is no measurement " + name + "; there are: " + String.join(", ", NAMES));
        }
        ReferenceLoop reference = new ReferenceLoop(clock);
        List<BenchResult> results = new ArrayList<>();
        if (!name.equals("latency")) {
            results.addAll(new PipelineBench(reference).run(BLOCKS, quick ? 1 : 4));
        }
        if (!name.equals("pipeline")) {
            latency(results, reference);
        }
        boolean noisy =
                results.stream().mapToInt(BenchResult::droppedBlocks).max().orElse(0) > 0;
        print(name, noisy ? "noisy" : "clean", results);
        return 0;
    }

    private void latency(List<BenchResult> results, ReferenceLoop reference)
            throws DeviceException, IOException, InterruptedException {
        DeviceProfile profile = hardware.profiles(global.data()).named("bitalino");
        results.addAll(new PipeBench(profile, clock, reference).run(BLOCKS, quick ? 4 : 20));
        DeviceProfile light = lightOn(profile);
        for (int pulseHz : quick ? new int[] {60} : new int[] {60, 120}) {
            results.addAll(new PixelBench(light, clock, reference, this::say).run(BLOCKS, quick ? 5 : 15, pulseHz));
        }
    }

    /** The same device, its first channel as it comes: the light shows it without any filter. */
    static DeviceProfile lightOn(DeviceProfile profile) {
        List<Channel> channels = new ArrayList<>(profile.channels());
        Channel first = channels.get(0);
        channels.set(
                0,
                new Channel(first.id(), "Light", Modality.AUX, Unit.RAW, 1, 0, 0, first.highestCode(), Noise.UNKNOWN));
        return profile.withChannels(channels);
    }

    private void say(String sentence) {
        spec.commandLine().getErr().print(sentence + "\n");
        spec.commandLine().getErr().flush();
    }

    private void print(String bench, String quality, List<BenchResult> results) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> machine = machine();
        if (json) {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("name", bench);
            whole.put("quality", quality);
            whole.put("machine", machine);
            whole.put("results", results);
            out.print(new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(whole) + "\n");
        } else {
            out.print(bench + ", machine " + quality + ": " + machine.get("cpu") + ", " + machine.get("cores")
                    + " cores, JDK " + machine.get("jdk") + "\n");
            for (BenchResult result : results) {
                out.print(String.format(
                        Locale.ROOT,
                        "%-52s %-4s n %-7d p50 %8.3f  p95 %8.3f  p99 %8.3f  max %9.3f %s  goal %s %s  dropped %d\n",
                        result.metric(),
                        result.goalId() == null ? "" : result.goalId(),
                        result.n(),
                        result.p50(),
                        result.p95(),
                        result.p99(),
                        result.max(),
                        result.unit(),
                        result.goal() == null ? "none" : result.goal(),
                        result.goal() == null
                                ? ""
                                : result.met() == null ? "not measured" : result.met() ? "met" : "not met",
                        result.droppedBlocks()));
            }
        }
        out.flush();
    }

    private static Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cpu", cpu());
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("jdk", System.getProperty("java.version"));
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return machine;
    }

    private static String cpu() {
        Path info = Path.of("/proc/cpuinfo");
        if (Files.isReadable(info)) {
            try {
                return Files.readAllLines(info).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).trim())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
            } catch (IOException unreadable) {
                return System.getProperty("os.arch");
            }
        }
        return System.getProperty("os.arch");
    }
}

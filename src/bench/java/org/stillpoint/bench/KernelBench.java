package org.stillpoint.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures the kernels and their peers, all of them in turn and more than once, so that a busy minute hits all alike. Prints
 * medians of the processor's time, how far they scatter, what that is beside the reference loop of the same run, and bytes
 * allocated.
 *
 * <p>Arguments: which (a regular expression), and whether it may take long. Ends with 1 when a peer disagrees or one of ours
 * allocates.
 */
public final class KernelBench {

    /** One object a heart beat would be 0.03 bytes a value, one a window of a spectrum 16. */
    private static final double MOST_BYTES = 0.02;

    /** How well the measurement's own garbage, the same in every block, is known. */
    private static final double OWN_SHARE = 0.5;

    private static final String REFERENCE = "reference";
    private static final String BY = "By";

    private final Map<String, List<Double>> nanos = new TreeMap<>();
    private final Map<String, List<Double>> bytes = new TreeMap<>();

    private KernelBench() {}

    public static void main(String[] arguments) throws RunnerException {
        String only = arguments.length > 0 ? arguments[0] : ".*";
        boolean full = arguments.length > 1 && Boolean.parseBoolean(arguments[1]);
        System.out.println("Largest difference between ours and a peer, as a share of the largest value:");
        boolean same = new Agreement(System.out).check();
        KernelBench bench = new KernelBench();
        for (int round = 0; round < (full ? 5 : 2); round++) {
            bench.round(only, full);
        }
        boolean lean = bench.print();
        System.exit(same && lean ? 0 : 1);
    }

    private void round(String only, boolean full) throws RunnerException {
        Options options = new OptionsBuilder()
                .include("\\.ReferenceBench\\." + REFERENCE + "$")
                .include("org\\.stillpoint\\.bench\\..*(" + only + ")")
                .forks(1)
                .jvmArgs("-Xms128m", "-Xmx256m", "-XX:+UseG1GC")
                .warmupIterations(full ? 5 : 3)
                .warmupTime(TimeValue.milliseconds(full ? 1000 : 500))
                .measurementIterations(full ? 8 : 6)
                .measurementTime(TimeValue.milliseconds(full ? 1000 : 150))
                .addProfiler(GCProfiler.class)
                .addProfiler(ProcessorTime.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        for (RunResult result : new Runner(options).run()) {
            String name = result.getParams().getBenchmark();
            String kernel = name.substring(name.lastIndexOf('.') + 1);
            result.getBenchmarkResults().forEach(fork -> {
                for (IterationResult iteration : fork.getIterationResults()) {
                    second(iteration, ProcessorTime.LABEL, nanos, kernel);
                    second(iteration, "gc.alloc.rate.norm", bytes, kernel);
                }
            });
        }
    }

    private static void second(
            IterationResult iteration, String label, Map<String, List<Double>> where, String kernel) {
        for (Map.Entry<String, Result> found : iteration.getSecondaryResults().entrySet()) {
            if (found.getKey().endsWith(label)) {
                where.computeIfAbsent(kernel, one -> new ArrayList<>())
                        .add(found.getValue().getScore());
            }
        }
    }

    private boolean print() {
        double reference = median(nanos.get(REFERENCE));
        boolean lean = true;
        System.out.printf(
                Locale.ROOT,
                "%n%s, JDK %s; processor time, medians of %d short blocks%n%-26s %10s %8s %12s %10s %8s%n",
                System.getProperty("os.name"),
                System.getProperty("java.version"),
                nanos.get(REFERENCE).size(),
                "kernel",
                "ns/value",
                "scatter",
                "x reference",
                "B/value",
                "x peer");
        for (String kernel : nanos.keySet()) {
            double ratio = median(nanos.get(kernel)) / reference;
            // blocks are equally long, so the measurement's own garbage falls on a value as its time does
            double own = median(bytes.get(REFERENCE)) * ratio;
            double allocated = Math.max(0, median(bytes.get(kernel)) - own);
            boolean ours = !kernel.contains(BY);
            boolean allocates = ours && allocated > MOST_BYTES + OWN_SHARE * own;
            lean &= !allocates;
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %10.2f %7.0f%% %12.4f %10.4f %8s%s%n",
                    kernel,
                    median(nanos.get(kernel)),
                    100 * scatter(nanos.get(kernel)),
                    ratio,
                    allocated,
                    ours ? besidePeer(kernel) : "",
                    allocates ? "  ALLOCATES" : "");
        }
        return lean;
    }

    private String besidePeer(String kernel) {
        return nanos.keySet().stream()
                .filter(other -> other.startsWith(kernel + BY))
                .map(other -> String.format(Locale.ROOT, "%.2f", median(nanos.get(kernel)) / median(nanos.get(other))))
                .findFirst()
                .orElse("");
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** Median distance from the median, as a share of it. */
    private static double scatter(List<Double> values) {
        double middle = median(values);
        return median(values.stream().map(value -> Math.abs(value - middle)).toList()) / middle;
    }
}

package org.stillpoint.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.Duty;
import org.stillpoint.acquisition.DutyThread;
import org.stillpoint.device.DeviceException;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.device.TimedSender;

/**
 * Part {@code e2e} of {@code bench latency}: from a byte written to a pseudo-terminal to a changed pixel on a virtual X
 * display, with the whole live console on it (four channels at 1000 samples a second, recording).
 *
 * <p>The station runs in a process of its own. A small light in its corner follows the first channel; the level is
 * toggled at random gaps of 200 to 325 ms, so that no phase locks to the frames; the display's memory is looked at every
 * 0.1 ms. Sender and eye are this process, so there is one clock.
 */
final class PixelBench {

    /** Place of the light, from the window's upper left corner. */
    static final int LIGHT_PIXELS = 24;

    /** Codes of the light's two states and the level between them. */
    static final double LOW_CODE = 100;

    static final double HIGH_CODE = 900;
    static final double MIDDLE_CODE = 500;

    private static final String DISPLAY = ":93";
    private static final long MISSED_AFTER_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long START_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_EVERY_NANOS = 100_000;

    private final DeviceProfile profile;
    private final Clock clock;
    private final ReferenceLoop reference;
    private final Consumer<String> say;
    private final Random random = new Random(42);

    PixelBench(DeviceProfile profile, Clock clock, ReferenceLoop reference, Consumer<String> say) {
        this.profile = profile;
        this.clock = clock;
        this.reference = reference;
        this.say = say;
    }

    /** Empty, with a sentence, where there is no virtual display to be had. */
    List<BenchResult> run(int blocks, double secondsPerBlock, int pulseHz)
            throws IOException, InterruptedException, DeviceException {
        if (!onPath("Xvfb")) {
            say.accept("The way to the pixel was not measured: it needs the program Xvfb (Debian package xvfb).");
            return List.of();
        }
        Path folder = Files.createTempDirectory("stillpoint-bench");
        Process display = new ProcessBuilder(
                        "Xvfb", DISPLAY, "-screen", "0", "1440x900x24", "-fbdir", folder.toString(), "-nolisten", "tcp")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (TimedSender sender = new TimedSender(profile, clock::nanos, 1 << 10)) {
            Path port = sender.open();
            DutyThread sending = DutyThread.start(new Sending(sender));
            Process station = station(folder, port, pulseHz);
            try {
                return watch(sender, station, folder, blocks, secondsPerBlock, pulseHz);
            } finally {
                station.destroy();
                station.waitFor(10, TimeUnit.SECONDS);
                sender.stop();
                sending.close();
            }
        } finally {
            display.destroy();
            display.waitFor(5, TimeUnit.SECONDS);
            remove(folder);
        }
    }

    private static boolean onPath(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static Process station(Path folder, Path port, int pulseHz) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(
                "-XX:+UseG1GC",
                "-Xms64m",
                "-Xmx512m",
                "-Xmn24m",
                "-Dprism.order=sw",
                "-Djavafx.animation.pulse=" + pulseHz,
                "-cp",
                System.getProperty("java.class.path"),
                "-Dstillpoint.home=" + System.getProperty("stillpoint.home", ""),
                Main.class.getName(),
                "bench-view",
                "--port",
                port.toString(),
                "--data",
                folder.resolve("data").toString()));
        if (System.getProperty("stillpoint.home") == null) {
            command.removeIf(word -> word.startsWith("-Dstillpoint.home="));
        }
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", DISPLAY);
        return builder.start();
    }

    private List<BenchResult> watch(
            TimedSender sender, Process station, Path folder, int blocks, double secondsPerBlock, int pulseHz)
            throws IOException, DeviceException {
        FrameBuffer screen = awaitLight(sender, station, folder);
        Histogram clean = new Histogram(TimeUnit.SECONDS.toNanos(20), 3);
        Histogram all = new Histogram(TimeUnit.SECONDS.toNanos(20), 3);
        Histogram block = new Histogram(TimeUnit.SECONDS.toNanos(20), 3);
        int dropped = 0;
        long missed = 0;
        double before = reference.millis();
        double usual = before;
        boolean high = false;
        for (int b = 0; b < blocks; b++) {
            block.reset();
            long end = clock.nanos() + Math.round(secondsPerBlock * 1e9);
            while (clock.nanos() - end < 0) {
                high = !high;
                long delay = toggle(sender, screen, high);
                if (delay < 0) {
                    missed++;
                } else {
                    block.recordValue(delay);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200 + random.nextInt(126)));
            }
            double after = reference.millis();
            all.add(block);
            usual = Math.min(usual, Math.min(before, after));
            if (Math.max(before, after) > usual * (1 + ReferenceLoop.TOLERANCE)) {
                dropped++;
            } else {
                clean.add(block);
            }
            before = after;
        }
        String how = "byte to changed pixel, live console, " + pulseHz + " Hz";
        return List.of(
                BenchResult.of(
                        how,
                        pulseHz == 60 ? "G1" : "G2",
                        clean.getTotalCount() > 0 ? clean : all,
                        true,
                        pulseHz == 60 ? 12 : 8,
                        usual,
                        dropped),
                BenchResult.count(how + ": toggles not seen", "G1", "toggles", all.getTotalCount(), missed, 0));
    }

    private FrameBuffer awaitLight(TimedSender sender, Process station, Path folder)
            throws IOException, DeviceException {
        long deadline = clock.nanos() + START_WITHIN_NANOS;
        FrameBuffer screen = null;
        int changes = 0;
        boolean high = false;
        while (clock.nanos() - deadline < 0) {
            if (!station.isAlive()) {
                throw new DeviceException("The station that was to be measured ended at once.");
            }
            if (screen == null && Files.exists(folder.resolve("Xvfb_screen0"))) {
                screen = FrameBuffer.of(folder);
            }
            if (screen != null && sender.count() > 0) {
                high = !high;
                changes = toggle(sender, screen, high) >= 0 ? changes + 1 : 0;
                if (changes == 20) {
                    return screen;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
        }
        throw new DeviceException("The station that was to be measured showed no live window within a minute.");
    }

    /** Changes the level and waits for the light. @return delay in nanoseconds, -1 when it never changed */
    private long toggle(TimedSender sender, FrameBuffer screen, boolean high) {
        int middle = LIGHT_PIXELS / 2;
        int old = screen.pixel(middle, middle);
        sender.level(high ? HIGH_CODE : LOW_CODE);
        long start = clock.nanos();
        while (clock.nanos() - start < MISSED_AFTER_NANOS) {
            if (screen.pixel(middle, middle) != old) {
                long seen = clock.nanos();
                long sent = sender.levelSinceNanos();
                return sent == 0 ? -1 : Math.max(0, seen - sent);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return -1;
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** The sender's own thread. */
    record Sending(TimedSender sender) implements Duty {

        @Override
        public String name() {
            return "bench-sender";
        }

        @Override
        public int work() throws DeviceException {
            sender.run();
            return 0;
        }
    }
}

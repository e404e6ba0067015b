package org.stillpoint.app;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.stillpoint.device.Emulation;
import org.stillpoint.device.Emulator;
import org.stillpoint.device.Profiles;

/** A device on a pseudo-terminal, on a thread of the test's own. */
final class EmulatedDevice implements AutoCloseable {

    private static final Executor THREADS = task -> {
        Thread thread = new Thread(task, "emulated");
        thread.setDaemon(true);
        thread.start();
    };

    private final Emulator emulator;
    private final Path port;
    private final Path ledger;
    private final CompletableFuture<Void> running;

    private EmulatedDevice(Emulator emulator, Path port, Path ledger) {
        this.emulator = emulator;
        this.port = port;
        this.ledger = ledger;
        this.running = CompletableFuture.runAsync(
                () -> {
                    try {
                        emulator.run();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                THREADS);
    }

    static EmulatedDevice start(String profile, Emulation emulation) throws Exception {
        Emulator emulator =
                new Emulator(Profiles.load(Path.of("devices"), null).named(profile), emulation, System::nanoTime);
        return new EmulatedDevice(emulator, emulator.open(), emulation.ledger());
    }

    String port() {
        return port.toString();
    }

    /** What it has sent so far, as far as it is on the disk. */
    SentLedger ledger() throws Exception {
        return SentLedger.read(ledger);
    }

    @Override
    public void close() {
        emulator.stop();
        running.join();
    }
}

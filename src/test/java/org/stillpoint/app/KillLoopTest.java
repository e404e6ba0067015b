package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.acquisition.SystemClock;
import org.stillpoint.device.Emulation;
import org.stillpoint.device.Faults;
import org.stillpoint.device.Scenario;
import org.stillpoint.store.DataFolder;
import org.stillpoint.store.SealedStore;

/** Kills recordings (SIGKILL) at random moments and holds what they left against what the devices say they sent. */
class KillLoopTest {

    private static final int AT_ONCE = 5;
    private static final int KILLS = 20;
    private static final int KILLS_IN_A_QUICK_RUN = 4;
    private static final double LOST_AT_MOST_SECONDS = 1.1;
    private static final int RATE_HZ = 1000;
    private static final int CODES = 1024;

    @TempDir
    Path folder;

    /** A recording that will be killed {@code lives} after its first block was durable. */
    private record Victim(
            String name,
            EmulatedDevice device,
            ChildProgram recorder,
            Path data,
            double livesSeconds,
            long[] durableAt) {}

    @Test
    void aKilledRecordingOpensAgainAndLacksAtMostTheLastSecond() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/ptmx")), "pseudo-terminals are absent on this system");
        boolean quick = System.getProperty("reference.data", "").isBlank();
        int kills = quick ? KILLS_IN_A_QUICK_RUN : KILLS;
        Random random = new Random(28);
        List<Double> lost = new ArrayList<>();
        for (int done = 0; done < kills; done += AT_ONCE) {
            List<Victim> victims = new ArrayList<>();
            try {
                for (int i = done; i < Math.min(kills, done + AT_ONCE); i++) {
                    victims.add(start("recording-" + i, 1.2 + 3.8 * random.nextDouble()));
                }
                killEach(victims);
                for (Victim victim : victims) {
                    lost.add(lostSeconds(victim));
                }
            } finally {
                victims.forEach(victim -> victim.recorder().close());
                victims.forEach(victim -> victim.device().close());
            }
        }
        double worst = lost.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double mean = lost.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%d recordings killed: all open again, %.2f s of what was sent is lost on average, at most %.2f s%n",
                kills,
                mean,
                worst);
        assertThat(worst).isLessThanOrEqualTo(LOST_AT_MOST_SECONDS);
    }

    private Victim start(String name, double livesSeconds) throws Exception {
        EmulatedDevice device = EmulatedDevice.start(
                "bitalino", Emulation.of(Scenario.RAMP).with(Faults.none(), folder.resolve(name + ".ledger")));
        Path data = folder.resolve(name + ".data");
        ChildProgram recorder = ChildProgram.start(
                folder, "record", "--port", device.port(), "--profile", "bitalino", "--data", data.toString());
        return new Victim(name, device, recorder, data, livesSeconds, new long[1]);
    }

    /** Waits for the durable block of each and kills each when its time has come. */
    private static void killEach(List<Victim> victims) {
        List<Victim> alive = new ArrayList<>(victims);
        for (Victim victim : alive) {
            assertThat(victim.recorder().firstLine()).matches("[0-9a-f]{16}");
            victim.durableAt()[0] = System.nanoTime();
        }
        alive.sort(Comparator.comparingDouble(Victim::livesSeconds));
        for (Victim victim : alive) {
            long due = victim.durableAt()[0] + Math.round(victim.livesSeconds() * 1e9);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(10)));
            }
            victim.recorder().kill();
        }
    }

    private double lostSeconds(Victim victim) throws Exception {
        victim.device().close();
        SentLedger sent = victim.device().ledger();
        JsonNode session = only(victim);
        assertThat(session.get("state").asText()).isEqualTo("interrupted");
        CommandRun recovered = ExportedSession.run(
                "sessions", "recover", "--data", victim.data().toString());
        assertThat(recovered.out()).isEqualTo("1\n");
        assertThat(only(victim).get("state").asText()).isEqualTo("recovered");
        try (SealedStore store = SealedStore.open(new DataFolder(victim.data()), new SystemClock())) {
            assertThat(store.database().integrity()).isEqualTo("ok");
            assertThat(store.sessions().get(victim.recorder().firstLine()).acknowledgedSecondsLost())
                    .isZero();
        }
        ExportedSession exported = ExportedSession.of(
                victim.data(), victim.recorder().firstLine(), folder.resolve(victim.name() + ".out"));
        long first = sent.firstSent();
        for (int row = 0; row < exported.rows(); row++) {
            if (!exported.empty(row) && exported.code(row, 0) != (first + row) % CODES) {
                throw new AssertionError(victim.name() + ": row " + row + " is sample "
                        + exported.code(row, 0) + ", not " + (first + row) % CODES + "; gaps "
                        + exported.json().get("gap_list") + " first " + first + " " + sent.tally(0, 1000000)
                        + sent.happenings() + " fitted " + exported.json().at("/devices/0/fitted_rate_hz"));
            }
        }
        return (sent.lastSent() + 1 - first - exported.rows()) / (double) RATE_HZ;
    }

    private static JsonNode only(Victim victim) throws Exception {
        CommandRun list = ExportedSession.run(
                "sessions", "list", "--json", "--data", victim.data().toString());
        assertThat(list.exit()).as(list.err()).isZero();
        JsonNode sessions = JsonMapper.builder().build().readTree(list.out());
        assertThat(sessions).hasSize(1);
        assertThat(sessions.get(0).get("id").asText())
                .isEqualTo(victim.recorder().firstLine());
        return sessions.get(0);
    }
}

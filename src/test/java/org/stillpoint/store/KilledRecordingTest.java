package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.training.Remembered;

/** Kills recording processes at random moments (SIGKILL) and opens what they left; {@code -Dkills=20} for more of it. */
class KilledRecordingTest {

    private static final int AT_ONCE = 4;
    private static final int ROUNDS = Math.max(1, Integer.getInteger("kills", 8) / AT_ONCE);

    @TempDir
    Path temporary;

    private record Victim(Process process, String session, DataFolder folder, Path ledger) {}

    @Test
    void aKilledRecordingOpensAgainAndLacksAtMostItsLastSecond() throws Exception {
        Random random = new Random(20);
        double worst = 0;
        long longestOpenMillis = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Process> started = new ArrayList<>();
            try {
                for (int i = 0; i < AT_ONCE; i++) {
                    started.add(start(round + "-" + i));
                }
                for (int i = 0; i < AT_ONCE; i++) {
                    Victim victim = await(started.get(i), round + "-" + i);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(500)));
                    victim.process().destroyForcibly().waitFor();
                    long before = System.nanoTime();
                    worst = Math.max(worst, lostSeconds(victim));
                    longestOpenMillis = Math.max(longestOpenMillis, (System.nanoTime() - before) / 1_000_000);
                }
            } finally {
                started.forEach(Process::destroyForcibly);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d kills: at most %.2f s lost, opened, recovered and read in %d ms at most%n",
                ROUNDS * AT_ONCE,
                worst,
                longestOpenMillis);
        assertThat(worst).isLessThanOrEqualTo(1.1);
    }

    @Test
    void whatAKilledSessionHadFoundIsRemembered() throws Exception {
        Process process = start("found");
        try {
            Victim victim = await(process, "found");
            process.destroyForcibly().waitFor();
            try (SealedStore store = SealedStore.open(victim.folder(), new HandClock())) {
                assertThat(store.recovered()).containsExactly(victim.session());
                Remembered remembered = store.findings().remembered("one");
                assertThat(remembered.number("own_breathing_rate_per_min")).isEqualTo(13);
                assertThat(remembered.text("resonance_set")).isEqualTo("5.5, 6.0");
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordingProcess.class.getName(),
                        temporary.resolve(name).toString(),
                        temporary.resolve(name + ".ledger").toString(),
                        "one")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Victim await(Process process, String name) throws IOException {
        BufferedReader out = process.inputReader();
        String session = out.readLine();
        assertThat(session).matches("[0-9a-f]{16}");
        return new Victim(
                process, session, new DataFolder(temporary.resolve(name)), temporary.resolve(name + ".ledger"));
    }

    private static double lostSeconds(Victim victim) throws Exception {
        long published = ByteBuffer.wrap(Files.readAllBytes(victim.ledger())).getLong();
        try (SealedStore store = SealedStore.open(victim.folder(), new HandClock())) {
            assertThat(store.recovered()).containsExactly(victim.session());
            assertThat(store.database().integrity()).isEqualTo("ok");
            StoredSession session = store.sessions().get(victim.session());
            assertThat(session.acknowledgedSecondsLost()).isZero();
            long stored = session.devices().get(0).samples();
            try (SampleReader reader = store.recordings().open(victim.session()).samples(0)) {
                for (long index = 0; index < stored; index++) {
                    assertThat(reader.next()).isTrue();
                    for (int channel = 0; channel < RecordingProcess.CHANNELS; channel++) {
                        if (reader.codes()[channel] != RecordingProcess.code(index, channel)) {
                            throw new AssertionError("sample " + index + " of channel " + channel + " is another");
                        }
                    }
                }
                assertThat(reader.next()).isFalse();
            }
            return (published - stored) / (double) RecordingProcess.RATE_HZ;
        }
    }
}

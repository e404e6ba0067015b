package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The emulator on a real pseudo-terminal, with a clock that the test turns. */
class EmulatorTest {

    private static final long MILLI = 1_000_000;

    @TempDir
    private Path folder;

    private long now = 1_000_000_000_000L;

    private final List<Run> runs = new ArrayList<>();

    @AfterEach
    void unplugAll() {
        runs.forEach(run -> run.emulator.close());
    }

    @BeforeEach
    void needsPseudoTerminals() {
        assumeTrue(Pty.available(), "pseudo-terminals are absent on this system");
    }

    @Test
    void rampComesWholeAndInOrder() throws Exception {
        Run run = new Run(EmulatedProfiles.cyton(), Emulation.of(Scenario.RAMP));
        run.connect("b");
        run.forMillis(1999);
        run.disconnect();
        assertThat(run.host.samples).hasSize(500);
        for (int i = 0; i < 500; i++) {
            assertThat(run.host.samples.get(i)[0]).isEqualTo(i);
        }
    }

    @Test
    void bitalinoSendsFramesInPairs() throws Exception {
        Run run = new Run(EmulatedProfiles.bitalino(), Emulation.of(Scenario.RAMP));
        run.connect("\u00C3\u003D");
        run.forMillis(999);
        run.disconnect();
        assertThat(run.host.samples.size()).isEqualTo(1000);
    }

    @Test
    void ledgerHasOneRowForEverySampleAndSaysWhichWereSent() throws Exception {
        Run run = new Run(
                EmulatedProfiles.cyton(),
                Emulation.of(Scenario.RAMP).with(Faults.parse(List.of("drop=10%")), folder.resolve("ledger.csv")));
        run.connect("b");
        run.forMillis(3999);
        run.disconnect();
        Map<String, Long> events = run.ledgerEvents();
        assertThat(events.get("sent") + events.get("dropped")).isEqualTo(1000);
        assertThat(events.get("sent")).isEqualTo(run.host.samples.size());
        assertThat(events.get("dropped")).isBetween(60L, 140L);
    }

    @Test
    void samplesThatArriveAreExactlyThoseTheLedgerCallsSent() throws Exception {
        Run run = new Run(
                EmulatedProfiles.cyton(),
                Emulation.of(Scenario.RAMP)
                        .with(Faults.parse(List.of("drop=5%", "garbage=1s@1s")), folder.resolve("ledger.csv")));
        run.connect("b");
        run.forMillis(3000);
        run.disconnect();
        List<Long> sent = run.ledger().stream()
                .filter(row -> row[2].equals("sent"))
                .map(row -> Long.parseLong(row[0]))
                .toList();
        assertThat(run.host.samples.stream().map(s -> (long) s[0]).toList()).isEqualTo(sent);
    }

    @Test
    void faultsFallOnTheSameSamplesForTheSameSeed() throws Exception {
        List<String> first = damaged(7);
        assertThat(first).isNotEmpty().isEqualTo(damaged(7)).isNotEqualTo(damaged(8));
    }

    private List<String> damaged(long seed) throws Exception {
        Emulation e = Emulation.of(Scenario.RAMP);
        Faults faults =
                Faults.parse(List.of("drop=2%", "corrupt=2%", "lose-byte=2%", "insert-byte=2%", "duplicate=2%"));
        Path file = folder.resolve("ledger.csv");
        Run run = new Run(
                EmulatedProfiles.cyton(),
                new Emulation(e.channels(), null, 0, List.of(), e.scenario(), faults, file, 0, 1, seed));
        run.connect("b");
        run.forMillis(2000);
        run.disconnect();
        return run.ledger().stream()
                .filter(row -> !row[2].equals("sent"))
                .map(row -> row[0] + row[2])
                .sorted()
                .toList();
    }

    @Test
    void stallDelaysSamplesAndLosesNone() throws Exception {
        Run run = new Run(
                EmulatedProfiles.cyton(),
                Emulation.of(Scenario.RAMP).with(Faults.parse(List.of("stall=2s@1s")), folder.resolve("ledger.csv")));
        run.connect("b");
        run.forMillis(2900);
        assertThat(run.host.samples.size()).isLessThanOrEqualTo(250);
        run.forMillis(599);
        run.disconnect();
        assertThat(run.host.samples).hasSize(875);
        assertThat(run.ledgerEvents().get("sent")).isEqualTo(875);
    }

    @Test
    void unplugHangsUpInTheMiddleOfAFrameAndComesBackUnderTheSameName() throws Exception {
        Run run = new Run(
                EmulatedProfiles.cyton(),
                Emulation.of(Scenario.RAMP).with(Faults.parse(List.of("unplug=2s@1s")), folder.resolve("ledger.csv")));
        run.connect("b");
        run.forMillis(1001);
        assertThat(run.decoder.pendingBytes()).isEqualTo(16);
        run.forMillis(99);
        assertThat(run.gone).isTrue();
        assertThat(Files.exists(run.path)).isFalse();
        run.forMillis(1900);
        assertThat(Files.exists(run.path)).isTrue();
        run.connect("");
        run.forMillis(999);
        run.disconnect();
        // Three seconds passed for the device: its samples go on where the clock is.
        assertThat(run.host.samples.get(run.host.samples.size() - 1)[0]).isEqualTo(999);
        assertThat(run.ledgerEvents().get("unplugged")).isBetween(499L, 501L);
    }

    @Test
    void sketchDropsWhatNobodyReadsAndTheLedgerSaysSo() throws Exception {
        Run run = new Run(
                EmulatedProfiles.lines("a"),
                Emulation.of(Scenario.RAMP).with(Faults.none(), folder.resolve("ledger.csv")));
        run.forMillis(1000);
        run.connect("");
        run.forMillis(1000);
        run.disconnect();
        assertThat(run.ledgerEvents().get("unread")).isEqualTo(100);
        assertThat(run.ledgerEvents().get("sent")).isEqualTo(100);
        // The first line after opening is dropped.
        assertThat(run.host.samples.get(0)[0]).isEqualTo(101);
    }

    @Test
    void commandedDeviceIsSilentUntilTold() throws Exception {
        Run run = new Run(EmulatedProfiles.bitalino(), Emulation.of(Scenario.RAMP));
        run.connect("");
        run.forMillis(500);
        assertThat(run.bytes).isZero();
    }

    @Test
    void floodIsTenTimesAsFastFromItsMomentOn() throws Exception {
        Run run = new Run(
                EmulatedProfiles.cyton(),
                Emulation.of(Scenario.RAMP).with(Faults.parse(List.of("flood=10x@1s")), null));
        run.connect("b");
        run.forMillis(2000);
        run.disconnect();
        assertThat(run.host.samples.size()).isBetween(2740, 2760);
    }

    @Test
    void driftChangesTheRate() throws Exception {
        Run run = new Run(
                EmulatedProfiles.cyton(),
                Emulation.of(Scenario.RAMP).with(Faults.parse(List.of("drift=50000ppm")), null));
        run.connect("b");
        run.forMillis(2000);
        assertThat(run.host.samples.size()).isBetween(524, 526);
    }

    @Test
    void restartSetsTheCounterToZeroAndTheSamplesGoOn() throws Exception {
        Run run = new Run(
                EmulatedProfiles.cyton(), Emulation.of(Scenario.RAMP).with(Faults.parse(List.of("restart@1s")), null));
        run.connect("b");
        run.forMillis(1999);
        assertThat(run.host.samples).hasSize(500);
        assertThat(run.decoder.lostSamples()).isPositive();
    }

    @Test
    void leadOffPutsTheChannelToItsRailForItsTime() throws Exception {
        Run run = new Run(
                EmulatedProfiles.cyton(),
                Emulation.of(Scenario.RAMP).with(Faults.parse(List.of("leadoff=ch2:1s@1s")), null));
        run.connect("b");
        run.forMillis(3000);
        assertThat(run.host.samples.stream().filter(s -> s[1] == 8388607).count())
                .isEqualTo(250);
        assertThat(run.host.samples.stream().filter(s -> s[0] == 8388607).count())
                .isZero();
    }

    @Test
    void wrongLineSpeedIsMostlyUnprintable() throws Exception {
        Run run = new Run(
                EmulatedProfiles.lines("a"),
                Emulation.of(Scenario.RAMP).with(Faults.parse(List.of("baud")), folder.resolve("ledger.csv")));
        run.connect("");
        run.forMillis(1000);
        assertThat(run.unprintable * 5).isGreaterThan(run.bytes);
        assertThat(run.host.samples).isEmpty();
    }

    @Test
    void recordingIsPlayedRowByRowInCodesAndLooped() throws Exception {
        Path csv = folder.resolve("in.csv");
        Files.writeString(csv, "ecg_uV,x\n0,1\n100,2\n-200,3\n5000000,4\n");
        Run run = new Run(
                EmulatedProfiles.cyton(),
                Emulation.of(Scenario.RAMP).playing(csv, 125, ColumnMap.parse("ch1=ecg_uV,ch3=x*10")));
        run.connect("b");
        run.forMillis(39);
        assertThat(run.host.samples.stream().map(s -> (long) s[0]).toList())
                .containsExactly(0L, 0L, 4474L, 4474L, -8948L, -8948L, 8388607L, 8388607L, 0L, 0L);
        assertThat(run.host.samples.get(2)[2]).isEqualTo(Math.rint(20 / 0.0223517445));
    }

    @Test
    void recordingWithoutAMapGoesToChannelsOfTheSameNameOrRole() throws Exception {
        Path csv = folder.resolve("in.csv");
        Files.writeString(csv, "ecg_mV,ch3_uV\n1,2\n");
        Run run = new Run(EmulatedProfiles.cyton(), Emulation.of(Scenario.RAMP).playing(csv, 250, List.of()));
        run.connect("b");
        run.forMillis(10);
        assertThat(run.host.samples.get(0)).startsWith(0, Math.rint(1000 / 0.0223517445), Math.rint(2 / 0.0223517445));
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithTheOnesThereAre() throws IOException {
        Path csv = folder.resolve("in.csv");
        Files.writeString(csv, "ecg_uV,resp\n0,1\n");
        Emulation emulation = Emulation.of(Scenario.RAMP).playing(csv, 125, ColumnMap.parse("ch1=emg_uV"));
        assertThatThrownBy(() -> new Emulator(EmulatedProfiles.cyton(), emulation, () -> now))
                .hasMessageContaining("'emg_uV'")
                .hasMessageContaining("ecg_uV, resp");
    }

    @Test
    void aWrongFaultIsAnsweredWithTheListOfFaults() {
        assertThatThrownBy(() -> Faults.parse(List.of("explode=1%")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("explode=1%")
                .hasMessageContaining("leadoff=ch1:5s@10s");
    }

    /** An emulator and a host on the other end; the clock moves in steps of a millisecond. */
    private final class Run {
        final Collected host = new Collected();
        final FrameDecoder decoder;
        final Path path;
        final Emulation emulation;
        final byte[] chunk = new byte[8192];
        int bytes;
        int unprintable;
        boolean gone;
        private final Emulator emulator;
        private SerialByteSource line;

        Run(DeviceProfile profile, Emulation emulation) throws DeviceException {
            this.emulation = emulation;
            decoder = FrameDecoders.of(profile);
            emulator = new Emulator(profile, emulation, () -> now);
            path = emulator.open();
            emulator.begin();
            runs.add(this);
        }

        void connect(String commands) throws DeviceException {
            gone = false;
            decoder.reset();
            line = new SerialByteSource(path.toString(), 115200, "8N1", true, true);
            line.open();
            line.write(commands.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            Awaitility.await().until(() -> {
                emulator.step(now);
                return commands.isEmpty() || emulator.streaming();
            });
        }

        void forMillis(int millis) throws DeviceException {
            for (int i = 0; i < millis; i++) {
                now += MILLI;
                emulator.step(now);
                if (i % 10 == 9) {
                    read(false);
                }
            }
            read(true);
        }

        void disconnect() throws DeviceException {
            line.close();
            line = null;
            emulator.close();
        }

        /** Takes what is there; to the end: until a read has waited in vain. */
        private void read(boolean toTheEnd) throws DeviceException {
            int count = 1;
            while (line != null && !gone && count > 0 && (toTheEnd || line.available() != 0)) {
                count = line.read(chunk);
                gone = count < 0;
                for (int i = 0; i < count; i++) {
                    int b = chunk[i] & 0xFF;
                    unprintable += b >= 0x20 && b < 0x7F || b == 9 || b == 10 || b == 13 ? 0 : 1;
                }
                bytes += Math.max(0, count);
                decoder.feed(chunk, 0, Math.max(0, count), host);
                emulator.step(now);
            }
        }

        List<String[]> ledger() throws IOException {
            List<String[]> rows = new ArrayList<>();
            for (String line : Files.readAllLines(emulation.ledger())) {
                rows.add(line.split(","));
            }
            assertThat(rows.remove(0)).containsExactly("index", "t_s", "event");
            return rows;
        }

        Map<String, Long> ledgerEvents() throws IOException {
            return ledger().stream().collect(Collectors.groupingBy(row -> row[2], Collectors.counting()));
        }
    }
}

package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialSourceTest {

    private final SpokenLine line = new SpokenLine();
    private final Collected sink = new Collected();

    @Test
    void deviceIsAskedAndThenStarted() throws DeviceException {
        line.answers.add("OpenBCI V3 8-16 channel\nFirmware: v3.1.2\n$$$");
        SerialSource source = source(EmulatedProfiles.cyton());
        source.open();
        assertThat(line.written).containsExactly("v", "b");
        assertThat(source.answer()).hasValueSatisfying(a -> assertThat(a).contains("v3.1.2"));
    }

    @Test
    void deviceThatWasLeftRunningIsStoppedBeforeItIsAsked() throws DeviceException {
        line.unasked.add("frames of an earlier session");
        line.answers.add("BITalino_v5.2\n");
        source(EmulatedProfiles.bitalino()).open();
        assertThat(line.written).containsExactly("\u00FF", "\u0007", "\u00C3", "\u003D");
    }

    @Test
    void silentDeviceIsSaidNotToAnswer() {
        assertThatThrownBy(() -> source(EmulatedProfiles.bitalino()).open())
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("does not answer on test-line");
        assertThat(line.closed).isTrue();
    }

    @Test
    void deviceThatAnswersAsAnotherIsSaidWithWhatWasHeard() {
        line.answers.add("OpenBCI V3\u0001$$$");
        assertThatThrownBy(() -> source(EmulatedProfiles.bitalino()).open())
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("is not bitalino")
                .hasMessageContaining("\"OpenBCI V3<01>$$$\"");
    }

    @Test
    void nextLineSpeedIsTriedWhenTheFirstGivesUnprintableBytes() throws DeviceException {
        line.goodBaud = 9600;
        line.unasked.add("a:1\r\n".repeat(60));
        SerialSource source = source(EmulatedProfiles.lines("a"));
        source.open();
        assertThat(line.opened).containsExactly(115200, 9600);
    }

    @Test
    void closingStopsTheDeviceFirst() throws DeviceException {
        line.answers.add("OpenBCI V3 $$$");
        SerialSource source = source(EmulatedProfiles.cyton());
        source.open();
        source.close();
        assertThat(line.written).endsWith("s");
        assertThat(line.closed).isTrue();
    }

    @Test
    void lineThatGoesAwayIsSaidAndClosed() throws DeviceException {
        line.answers.add("OpenBCI V3 $$$");
        SerialSource source = source(EmulatedProfiles.cyton());
        source.open();
        line.gone = true;
        assertThatThrownBy(() -> source.read(sink))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("test-line is gone");
        assertThat(line.closed).isTrue();
    }

    @Test
    void rubbishWithoutAFrameForFourSecondsEndsTheReading() throws DeviceException {
        line.answers.add("OpenBCI V3 $$$");
        SerialSource source = source(EmulatedProfiles.cyton());
        source.open();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        line.unasked.add("rubbish");
                        source.read(sink);
                    }
                })
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("not the language of openbci-cyton");
    }

    @Test
    void readingAllocatesNothing() throws DeviceException {
        line.answers.add("OpenBCI V3 $$$");
        SerialSource source = source(EmulatedProfiles.cyton());
        source.open();
        line.endless = packets(256);
        SampleSink nobody = new SampleSink() {
            @Override
            public void sample(double[] codes) {
                line.taken++;
            }

            @Override
            public void lost(long samples) {
                line.taken = Long.MIN_VALUE;
            }
        };
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        for (int i = 0; i < 500; i++) {
            source.read(nobody);
        }
        threads.getThreadAllocatedBytes(id);
        long before = threads.getThreadAllocatedBytes(id);
        for (int i = 0; i < 2000; i++) {
            source.read(nobody);
        }
        assertThat(threads.getThreadAllocatedBytes(id) - before).isZero();
        assertThat(line.taken).isGreaterThan(300_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bitalino", "openbci-cyton", "text-lines"})
    void rampOfEveryFramingArrivesWholeOverARealPseudoTerminal(String id) throws Exception {
        assumeTrue(Pty.available(), "pseudo-terminals are absent on this system");
        DeviceProfile profile = Profiles.load(Path.of("devices"), null).named(id);
        try (Emulator emulator = new Emulator(profile, Emulation.of(Scenario.RAMP), System::nanoTime)) {
            Path path = emulator.open();
            Thread device = new Thread(() -> {
                try {
                    emulator.run();
                } catch (DeviceException e) {
                    throw new IllegalStateException(e);
                }
            });
            device.start();
            try (SerialSource source =
                    SerialSource.on(path.toString(), profile, FrameDecoders.of(profile), System::nanoTime)) {
                source.open();
                while (sink.samples.size() < 150) {
                    source.read(sink);
                }
            }
            emulator.stop();
            device.join(5000);
            assertThat(device.isAlive()).isFalse();
        }
        double first = sink.samples.get(0)[0];
        for (int i = 0; i < 150; i++) {
            assertThat(sink.samples.get(i)[0]).isEqualTo((first + i) % (id.equals("bitalino") ? 1024 : 1e9));
        }
        assertThat(sink.lost).isZero();
    }

    private SerialSource source(DeviceProfile profile) {
        return new SerialSource("test-line", profile, line::at, FrameDecoders.of(profile), line::nanos);
    }

    private static byte[] packets(int count) throws DeviceException {
        FrameEncoder device = FrameEncoders.of(EmulatedProfiles.cyton(), List.of(), 100);
        byte[] all = new byte[count * 33];
        byte[] one = new byte[4096];
        device.hear((byte) 'b', 0);
        for (int i = 0; i < count; i++) {
            device.encode(new double[11], one);
            System.arraycopy(one, 0, all, i * 33, 33);
        }
        return all;
    }

    /** A line that says what the test tells it to; its clock goes on by 100 ms with every read. */
    private static final class SpokenLine implements ByteSource {
        final Deque<String> unasked = new ArrayDeque<>();
        final Deque<String> answers = new ArrayDeque<>();
        final List<String> written = new ArrayList<>();
        final List<Integer> opened = new ArrayList<>();
        byte[] endless;
        int goodBaud = 115200;
        int baud;
        long taken;
        boolean gone;
        boolean closed;
        private long nanos;
        private int at;

        ByteSource at(int speed) {
            baud = speed;
            opened.add(speed);
            return this;
        }

        long nanos() {
            return nanos += 20_000_000;
        }

        @Override
        public void open() {
            closed = false;
        }

        @Override
        public int read(byte[] into) {
            nanos += 100_000_000;
            if (gone) {
                return -1;
            }
            if (endless != null) {
                nanos -= 100_000_000;
                int count = Math.min(into.length, endless.length - at);
                System.arraycopy(endless, at, into, 0, count);
                at = (at + count) % endless.length;
                return count;
            }
            String said = baud == goodBaud ? unasked.poll() : "\u0080\u00FE".repeat(150);
            if (said == null) {
                return 0;
            }
            byte[] bytes = said.getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(bytes, 0, into, 0, bytes.length);
            return bytes.length;
        }

        @Override
        public void write(byte[] bytes) {
            written.add(new String(bytes, StandardCharsets.ISO_8859_1));
            if (!answers.isEmpty() && bytes[0] != (byte) 0xFF) {
                unasked.add(answers.poll());
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}

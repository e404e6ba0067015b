package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes from the vectors named in each test, which come from the vendors' firmware and recordings. */
class FrameEncodersTest {

    private final byte[] out = new byte[4096];

    @ParameterizedTest
    @CsvSource(textBlock = """
                    e4e758, 505, 14, 5
                    ffc3979d, 496 1023, 9, 9
                    c0ff000048f2, 512 0 1023, 4, 15
                    a07f012cf1ca05, 700 300 5 1018, 12, 0
                    40880001020430c1, 1 2 4 8 33, 3, 12
                    c10f084000feaf73, 1023 512 256 128 63 1, 10, 7
                    """)
    void bitalinoFrameIsTheVectorsByteForByte(String hex, String values, int digital, int counter) {
        int[] codes =
                Arrays.stream(values.split(" ")).mapToInt(Integer::parseInt).toArray();
        int length = BitalinoEncoder.frame(codes, codes.length, digital, counter, out);
        assertThat(HexFormat.of().formatHex(out, 0, length)).isEqualTo(hex);
    }

    @Test
    void bitalinoStateIsTheVectorByteForByte() {
        byte[] state = BitalinoEncoder.state(new int[] {0, 1023, 512, 1, 2, 3}, 527, 63, 100, 0b1010);
        assertThat(HexFormat.of().formatHex(state)).isEqualTo("0000ff0300020100020003000f023f64ab");
    }

    @Test
    void bitalinoIsSilentUntilAStartByteChoosesItsInputs() throws DeviceException {
        FrameEncoder device = FrameEncoders.of(EmulatedProfiles.bitalino(), List.of(), 100);
        assertThat(device.streaming()).isFalse();
        device.hear((byte) 0xFF, 0);
        assertThat(device.streaming()).isFalse();
        device.hear((byte) 0x2D, 0);
        assertThat(device.streaming()).isTrue();
        // Start byte 2D is A1, A2, A4: six bytes.
        assertThat(device.encode(new double[] {700, 300, 5, 1018, 0, 0}, out)).isEqualTo(6);
    }

    @Test
    void bitalinoTellsItsVersionWhenIdleAndNotWhileItSends() throws DeviceException {
        FrameEncoder device = FrameEncoders.of(EmulatedProfiles.bitalino(), List.of(), 100);
        device.hear((byte) 0x07, 0);
        int length = device.answer(1_000_000_000, out);
        assertThat(new String(out, 0, length, StandardCharsets.ISO_8859_1)).isEqualTo("BITalino_v5.2\n");
        device.hear((byte) 0x3D, 0);
        device.hear((byte) 0x07, 0);
        assertThat(device.answer(2_000_000_000, out)).isZero();
    }

    @Test
    void bitalinoCounterIsZeroAfterEveryStartAndCountsToFifteen() throws DeviceException {
        FrameEncoder device = FrameEncoders.of(EmulatedProfiles.bitalino(), List.of(), 100);
        for (int round = 0; round < 2; round++) {
            device.hear((byte) 0x05, 0);
            for (int i = 0; i < 18; i++) {
                int length = device.encode(new double[6], out);
                assertThat(out[length - 1] >> 4 & 15).isEqualTo(i % 16);
            }
            device.hear((byte) 0x00, 0);
        }
    }

    @Test
    void bitalinoSimulatedModeSendsTheBoardsOwnWaves() throws DeviceException {
        FrameEncoder device = FrameEncoders.of(EmulatedProfiles.bitalino(), List.of(), 100);
        FrameDecoder decoder = new BitalinoDecoder(List.of("A1", "A3", "A4", "I1"), 1);
        Collected sink = new Collected();
        // A1, A3, A4 in simulated mode; values of vector bitalino-stream-simulated.
        device.hear((byte) 0x36, 0);
        for (int i = 0; i < 6; i++) {
            decoder.feed(out, 0, device.encode(new double[6], out), sink);
        }
        assertThat(sink.samples.stream().map(s -> (int) s[0])).containsExactly(440, 440, 440, 443, 456, 468);
        assertThat(sink.samples.stream().map(s -> (int) s[1])).containsExactly(511, 669, 811, 924, 997, 1022);
        assertThat(sink.samples.stream().map(s -> (int) s[2])).containsExactly(511, 638, 757, 861, 942, 997);
    }

    @Test
    void cytonPacketIsTheVectorByteForByte() throws DeviceException {
        FrameEncoder device = FrameEncoders.of(EmulatedProfiles.cyton(), List.of(), 100);
        device.hear((byte) 'b', 0);
        double[] codes = {0, 1, -1, 8388607, -8388608, 44739, -44739, 1193046, 8000, -32, 160};
        for (int i = 0; i < 43; i++) {
            int length = device.encode(codes, out);
            assertThat(length).isEqualTo(33);
            if (i == 40) {
                // cyton-frame-accel with counter 40: every tenth packet has the acceleration.
                assertThat(HexFormat.of().formatHex(out, 0, 33))
                        .isEqualTo("a028000000000001ffffff7fffff80000000aec3ff513d1234561f40ffe000a0c0");
            }
        }
        // cyton-frame-no-accel with counter 42.
        assertThat(HexFormat.of().formatHex(out, 0, 33))
                .isEqualTo("a02a000000000001ffffff7fffff80000000aec3ff513d123456000000000000c0");
    }

    @Test
    void cytonMarkerRidesInTheNextPacket() throws DeviceException {
        FrameEncoder device = FrameEncoders.of(EmulatedProfiles.cyton(), List.of(), 100);
        for (char c : "/4b`A".toCharArray()) {
            device.hear((byte) c, 0);
        }
        device.encode(new double[11], out);
        assertThat(HexFormat.of().formatHex(out, 26, 33)).isEqualTo("004100000000c1");
    }

    @Test
    void cytonBannerComesHalfASecondAfterTheReset() throws DeviceException {
        FrameEncoder device = FrameEncoders.of(EmulatedProfiles.cyton(), List.of(), 100);
        device.hear((byte) 'v', 0);
        assertThat(device.answer(499_000_000, out)).isZero();
        int length = device.answer(500_000_000, out);
        assertThat(new String(out, 0, length, StandardCharsets.ISO_8859_1))
                .startsWith("OpenBCI V3 8-16 channel\n")
                .contains("Firmware: v3.1.2\n")
                .endsWith("$$$");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    x3060110X, Success: Channel set for 3$$$
                    x306011XX, Failure: too few chars$$$
                    x30601100, Failure: Err: 9th char not X$$$
                    ~~, Success: Sample rate is 250Hz$$$
                    D, 060110$$$
                    //, Success: default$$$
                    """)
    void cytonAnswersWithItsText(String command, String answer) throws DeviceException {
        FrameEncoder device = FrameEncoders.of(EmulatedProfiles.cyton(), List.of(), 100);
        for (char c : command.toCharArray()) {
            device.hear((byte) c, 0);
        }
        int length = device.answer(1_000_000_000, out);
        assertThat(new String(out, 0, length, StandardCharsets.ISO_8859_1)).startsWith(answer);
    }

    @Test
    void sketchPrintsLabelsAndTheShortestDecimals() throws DeviceException {
        FrameEncoder device = FrameEncoders.of(EmulatedProfiles.lines("EMG", "ENV"), List.of(), 100);
        int length = device.encode(new double[] {512, 33.25}, out);
        assertThat(new String(out, 0, length, StandardCharsets.US_ASCII)).isEqualTo("EMG:512\tENV:33.25\r\n");
    }

    @Test
    void everyKindThatIsListedCanBeEmulated() throws DeviceException {
        for (DeviceProfile profile :
                List.of(EmulatedProfiles.bitalino(), EmulatedProfiles.cyton(), EmulatedProfiles.lines("a"))) {
            assertThat(FrameEncoders.all()).contains(profile.frame().kind());
            assertThat(FrameEncoders.of(profile, List.of(), 100).inputs()).isNotEmpty();
        }
    }

    @Test
    void anUnknownInputIsNamedWithTheOnesThereAre() {
        assertThatThrownBy(() -> FrameEncoders.of(EmulatedProfiles.bitalino(), List.of("A9"), 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'A9'")
                .hasMessageContaining("emg");
    }
}

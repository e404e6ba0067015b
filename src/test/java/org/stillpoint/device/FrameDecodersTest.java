package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.device.Vectors.Vector;

class FrameDecodersTest {

    static List<Vector> binaryVectors() {
        return Vectors.where(v -> (v.is(v.device(), "frame") || v.is(v.device(), "stream"))
                && !v.config().has("daisy"));
    }

    static List<Vector> allVectors() {
        List<Vector> all = new ArrayList<>(binaryVectors());
        all.addAll(Vectors.where(v -> v.is("text-lines", "text")));
        return all;
    }

    static FrameDecoder decoderFor(Vector vector) {
        JsonNode config = vector.config();
        switch (vector.device()) {
            case "bitalino":
                return new BitalinoDecoder(
                        names("A", config.get("channels").asInt()),
                        config.get("lock_frames").asInt());
            case "openbci-cyton":
                return new CytonDecoder(
                        names("ch", 8), config.get("lock_frames").asInt());
            default:
                return new TextLineDecoder(
                        names("ch", 3),
                        names("", 3),
                        config.get("discard_first_line").asBoolean());
        }
    }

    static List<String> names(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
    }

    @ParameterizedTest
    @MethodSource("binaryVectors")
    void everyVectorGivesItsCodesGapsAndCounts(Vector vector) {
        FrameDecoder decoder = decoderFor(vector);
        Collected sink = new Collected();
        byte[] bytes = vector.bytes();

        decoder.feed(bytes, 0, bytes.length, sink);

        JsonNode expect = vector.expect();
        List<double[]> raw = new ArrayList<>();
        for (JsonNode sample : expect.get("samples")) {
            double[] codes = new double[sample.get("raw").size()];
            Arrays.setAll(codes, i -> sample.get("raw").get(i).asDouble());
            raw.add(codes);
        }
        List<String> gaps = new ArrayList<>();
        expect.get("gaps")
                .forEach(g ->
                        gaps.add(g.get("before").asInt() + ":" + g.get("lost").asInt()));
        assertThat(sink.samples).usingRecursiveComparison().isEqualTo(raw);
        assertThat(sink.gaps).isEqualTo(gaps);
        assertThat(decoder.lostSamples()).isEqualTo(expect.get("lost").asLong());
        assertThat(decoder.discarded()).isEqualTo(expect.get("discarded_bytes").asLong());
        assertThat(decoder.pendingBytes()).isEqualTo(expect.get("pending_bytes").asInt());
    }

    @ParameterizedTest
    @MethodSource("allVectors")
    void aCutAtAnyByteChangesNothing(Vector vector) {
        byte[] bytes = vector.bytes();
        String whole = Collected.all(decoderFor(vector), bytes);

        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(Collected.all(decoderFor(vector), bytes, cut))
                    .as("cut at " + cut)
                    .isEqualTo(whole);
        }
        assertThat(Collected.byteByByte(decoderFor(vector), bytes)).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bitalino-stream-faults", "cyton-stream-faults", "text-labels"})
    void aMillionRandomBytesAreSurvivedAndEveryOneIsAccountedFor(String id) {
        Vector vector = Vectors.of(id);
        FrameDecoder decoder = decoderFor(vector);
        Random random = new Random(20);
        byte[] noise = new byte[1_000_000];
        random.nextBytes(noise);
        Collected sink = new Collected();

        for (int from = 0; from < noise.length; ) {
            int length = Math.min(random.nextInt(5000), noise.length - from);
            decoder.feed(noise, from, length, sink);
            from += length;
        }

        if (decoder instanceof FrameShape shape) {
            assertThat(decoder.frames() * shape.length() + decoder.discarded() + decoder.pendingBytes())
                    .isEqualTo(noise.length);
        } else {
            assertThat(decoder.frames() + decoder.discarded()).isGreaterThan(3000);
        }
    }

    @Test
    void aFrameSentTwiceIsGivenOutOnceAndCounted() {
        byte[] bytes = Vectors.of("bitalino-stream-recorded-6ch").bytes();
        byte[] twice = new byte[bytes.length + 8];
        System.arraycopy(bytes, 0, twice, 0, 40);
        System.arraycopy(bytes, 32, twice, 40, bytes.length - 32);
        BitalinoDecoder decoder = new BitalinoDecoder(names("A", 6), 3);
        Collected sink = new Collected();

        decoder.feed(twice, 0, twice.length, sink);

        assertThat(sink.samples).hasSize(7);
        assertThat(decoder.duplicates()).isEqualTo(1);
        assertThat(decoder.lostSamples()).isZero();
        assertThat(decoder.discarded()).isEqualTo(8);
    }

    @Test
    void resetForgetsHalfAFrameAndTheCounterButNoTotals() {
        byte[] bytes = Vectors.of("bitalino-stream-recorded-6ch").bytes();
        BitalinoDecoder decoder = new BitalinoDecoder(names("A", 6), 3);
        Collected sink = new Collected();
        decoder.feed(bytes, 0, 4 * 8 + 5, sink);

        decoder.reset();
        decoder.feed(bytes, 0, bytes.length, sink);

        assertThat(decoder.frames()).isEqualTo(4 + 7);
        assertThat(decoder.lostSamples()).isZero();
        assertThat(decoder.discarded()).isEqualTo(5);
    }

    @Test
    void codesComeInTheOrderInWhichTheFieldsWereNamed() {
        BitalinoDecoder decoder = new BitalinoDecoder(List.of("i2", "A4", "A1", "I1", "A2", "A3"), 1);
        Collected sink = new Collected();
        byte[] bytes = Vectors.of("bitalino-frame-4ch").bytes();

        decoder.feed(bytes, 0, bytes.length, sink);

        assertThat(sink.samples.get(0)).containsExactly(1, 1018, 700, 1, 300, 5);
    }

    @Test
    void anUnknownFramingIsRefusedWithTheNamesOfTheKnownOnes() {
        DeviceProfile profile = new DeviceProfile(
                "x",
                "x",
                250,
                DeviceProfile.Isolation.UNKNOWN,
                List.of(),
                null,
                null,
                null,
                new DeviceProfile.FrameSettings("morse", 1),
                "user",
                null);

        assertThatThrownBy(() -> FrameDecoders.of(profile))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("morse")
                .hasMessageContaining("[bitalino, openbci-cyton, lines]");
    }
}

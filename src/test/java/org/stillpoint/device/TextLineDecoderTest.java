package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.device.Vectors.Vector;

class TextLineDecoderTest {

    private static TextLineDecoder decoder(String... fields) {
        return new TextLineDecoder(List.of(fields), List.of(fields), false);
    }

    private static String decode(TextLineDecoder decoder, String text) {
        Collected sink = new Collected();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        decoder.feed(bytes, 0, bytes.length, sink);
        return String.join(" ", sink.samples.stream().map(Arrays::toString).toList());
    }

    static List<Vector> vectors() {
        return Vectors.where(v -> v.is("text-lines", "text"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyVectorGivesItsFieldsAndCounts(Vector vector) {
        TextLineDecoder decoder = new TextLineDecoder(
                List.of(), List.of(), vector.config().get("discard_first_line").asBoolean());
        List<String> found = new ArrayList<>();
        byte[] bytes = vector.bytes();

        decoder.feed(bytes, 0, bytes.length, new SampleSink() {
            @Override
            public void sample(double[] codes) {
                for (int i = 0; i < decoder.lineFields(); i++) {
                    found.add(decoder.lineLabel(i) + "=" + decoder.lineValue(i)
                            + (i + 1 == decoder.lineFields() ? ";" : ""));
                }
            }

            @Override
            public void lost(long samples) {
                found.add("lost");
            }
        });

        List<String> expected = new ArrayList<>();
        for (JsonNode line : vector.expect().get("samples")) {
            for (int i = 0; i < line.size(); i++) {
                String label = line.get(i).get("label").asText("");
                expected.add((line.get(i).get("label").isNull() ? "" : label) + "="
                        + line.get(i).get("value").asDouble(Double.NaN) + (i + 1 == line.size() ? ";" : ""));
            }
        }
        assertThat(found).isEqualTo(expected);
        assertThat(decoder.discarded())
                .isEqualTo(vector.expect().get("ignored_lines").asLong());
        assertThat(decoder.pendingBytes())
                .isEqualTo(vector.expect().get("pending_bytes").asInt());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ' ;1 ,\t2; '       | [1.0, 2.0]
                    a:1 b=2            | [1.0, 2.0]
                    B=2 A:1            | [1.0, 2.0]
                    b: 2               | [NaN, 2.0]
                    a 1 b 2            | [1.0, 2.0]
                    c:9                | [NaN, NaN]
                    7                  | [7.0, NaN]
                    7 b:3              | [7.0, 3.0]
                    a:-inf b:OVF       | [NaN, NaN]
                    1e999 -2           | [NaN, -2.0]
                    +.5 5.             | [0.5, 5.0]
                    12:30:05 1         | ''
                    12:30              | ''
                    a:1:2              | ''
                    a: b: 2            | ''
                    a b 2              | ''
                    1 uV               | ''
                    1,a:               | ''
                    0x10 1             | ''
                    1d 2f              | ''
                    1e 2               | ''
                    a:                 | ''
                    # 1 2              | ''
                    1\u00912           | ''
                    -                  | ''
                    . 1                | ''
                    """)
    void aLineIsTakenApartByTheRulesOrLeftOut(String line, String sample) {
        TextLineDecoder decoder = decoder("a", "b");

        assertThat(decode(decoder, line + "\n")).isEqualTo(sample);
        assertThat(decoder.discarded()).isEqualTo(sample.isEmpty() ? 1 : 0);
    }

    @Test
    void aHeaderNamesTheColumnsOfLinesWithoutLabels() {
        assertThat(decode(decoder("emg"), "time,emg\nReady\n10,412\n11,413\n")).isEqualTo("[412.0] [413.0]");
    }

    @Test
    void aHeaderOfAnotherWidthNamesNothing() {
        assertThat(decode(decoder("emg"), "time,emg\n10\n")).isEqualTo("[10.0]");
    }

    @Test
    void aPositionIsTakenWithAndWithoutLabels() {
        assertThat(decode(decoder("2"), "5,6\nx:7 y:8\n9\n")).isEqualTo("[6.0] [8.0] [NaN]");
    }

    @Test
    void aLineOfMoreThanAThousandBytesIsDroppedToItsEndAndCountedOnce() {
        TextLineDecoder decoder = decoder("a");

        assertThat(decode(decoder, "1" + " ".repeat(1000) + "2\n3\n")).isEqualTo("[3.0]");
        assertThat(decoder.discarded()).isEqualTo(1);
        assertThat(decode(decoder, "1" + " ".repeat(999) + "\n")).isEqualTo("[1.0]");
    }

    @Test
    void theNewestIgnoredTextsAreKeptShortAndPrintable() {
        TextLineDecoder decoder = decoder("a");

        decode(
                decoder,
                "old!\n".repeat(5) + "Boot \u0007\u00e4 v1.2\r\n" + "x".repeat(400) + "!\n" + "last.\n".repeat(5));

        assertThat(decoder.ignoredTexts()).hasSize(8);
        assertThat(decoder.ignoredTexts().get(1)).isEqualTo("Boot ?? v1.2");
        assertThat(decoder.ignoredTexts().get(2)).hasSize(120);
    }

    @Test
    void resetDropsTheFirstLineAgain() {
        TextLineDecoder decoder = new TextLineDecoder(List.of("a"), List.of("a"), true);

        assertThat(decode(decoder, "1\n2\n3")).isEqualTo("[2.0]");
        decoder.reset();
        assertThat(decode(decoder, "4\n5\n")).isEqualTo("[5.0]");
        assertThat(decoder.frames()).isEqualTo(2);
    }
}

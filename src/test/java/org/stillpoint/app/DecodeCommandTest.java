package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.device.Profiles;
import org.stillpoint.device.Vectors;
import org.stillpoint.device.Vectors.Vector;

class DecodeCommandTest {

    private static final Path DEVICES = Path.of("devices");

    @TempDir
    Path folder;

    private static CommandRun decode(byte[] bytes, String... args) {
        return CommandRun.of(
                new DecodeCommand(() -> Profiles.load(DEVICES, null), new ByteArrayInputStream(bytes)), args);
    }

    private static CommandRun decode(String text, String... args) {
        return decode(text.getBytes(StandardCharsets.ISO_8859_1), args);
    }

    static List<Vector> vectors() {
        return Vectors.where(v -> (v.is(v.device(), "frame") || v.is(v.device(), "stream") || v.is(v.device(), "text"))
                && !v.config().has("daisy"));
    }

    /** The options that say what the vector's configuration says. */
    private static List<String> options(Vector vector, Path file) {
        JsonNode config = vector.config();
        List<String> args = new ArrayList<>(List.of(vector.device(), file.toString(), "--json"));
        if (config.has("channels")) {
            List<String> ports = new ArrayList<>();
            for (int port = 1; port <= config.get("channels").asInt(); port++) {
                ports.add("A" + port);
            }
            args.addAll(List.of("--channels", String.join(",", ports)));
        }
        if (config.has("gain")) {
            args.addAll(List.of("--gain", config.get("gain").asText()));
        }
        if (config.has("board_mode")) {
            args.addAll(List.of("--board-mode", config.get("board_mode").asText()));
        }
        if (config.path("lock_frames").asInt() == 1
                || !config.path("discard_first_line").asBoolean(true)) {
            args.add("--from-start");
        }
        return args;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void jsonIsWhatTheVectorExpects(Vector vector) throws IOException {
        Path file = Files.write(folder.resolve("bytes"), vector.bytes());

        CommandRun run = CommandRun.of(
                new DecodeCommand(() -> Profiles.load(DEVICES, null), new ByteArrayInputStream(new byte[0])),
                options(vector, file).toArray(String[]::new));

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).endsWith("}\n");
        assertSame(new ObjectMapper().readTree(run.out()), vector.expect(), "");
    }

    /** The same keys, texts and numbers, these within one millionth. */
    private static void assertSame(JsonNode found, JsonNode expected, String at) {
        if (expected.isNumber()) {
            assertThat(found.isNumber()).as(at + " " + found).isTrue();
            double tolerance = Math.abs(expected.asDouble()) * 1e-6;
            assertThat(Math.abs(found.asDouble() - expected.asDouble()))
                    .as(at + " " + found + " " + expected)
                    .isLessThanOrEqualTo(tolerance);
        } else if (expected.isContainerNode()) {
            assertThat(found.size()).as(at + " " + found).isEqualTo(expected.size());
            for (int i = 0; expected.isArray() && i < expected.size(); i++) {
                assertSame(found.get(i), expected.get(i), at + "/" + i);
            }
            expected.fieldNames().forEachRemaining(key -> {
                assertThat(found.has(key)).as(at + "/" + key).isTrue();
                assertSame(found.get(key), expected.get(key), at + "/" + key);
            });
        } else {
            assertThat(found).as(at).isEqualTo(expected);
        }
    }

    @Test
    void csvCountsLostRowsAndLeavesThemEmpty() {
        CommandRun run = decode(Vectors.of("bitalino-stream-faults").bytes(), "bitalino");

        assertThat(run.out().lines().limit(1)).containsExactly("index,emg_mV,ecg_mV,eda_uS,resp_pct");
        assertThat(run.out().lines().skip(5).limit(5))
                .containsExactly(
                        "4,-0.025551288404360717,-0.33984375,12.5,-48.828125",
                        "5,,,,",
                        "6,,,,",
                        "7,,,,",
                        "8,-0.01277564420218047,-0.3515625,12.5,-47.65625");
        assertThat(run.out().lines().filter(row -> row.endsWith(",,,,"))).hasSize(4);
    }

    @Test
    void rawCsvHoldsTheCodes() {
        CommandRun run = decode(Vectors.of("bitalino-frame-4ch").bytes(), "bitalino", "-", "--raw", "--from-start");

        assertThat(run.out()).isEqualTo("index,emg_raw,ecg_raw,eda_raw,resp_raw\n0,700,300,5,1018\n");
    }

    @Test
    void chosenPortsMakeTheColumnsInTheOrderChosen() {
        CommandRun run = decode(
                Vectors.of("bitalino-frame-2ch").bytes(),
                "bitalino",
                "-",
                "--from-start",
                "--raw",
                "--channels",
                "ecg,A1,I1");

        assertThat(run.out()).isEqualTo("index,ecg_raw,emg_raw,i1_raw\n0,1023,496,1\n");
    }

    @Test
    void textColumnsAreFoundByTheLabelsAndUnitsChosen() {
        CommandRun run = decode("cut\nemg_uV:1.5 resp:7\nresp:8\n", "text-lines", "-", "--channels", "resp,emg_uV");

        assertThat(run.out()).isEqualTo("index,resp_raw,emg_uV\n0,7,1.5\n1,8,\n");
    }

    @Test
    void withoutAChoiceTextColumnsAreThoseOfTheFirstLine() {
        CommandRun run = decode("cut\nEMG:512,ENV:33.25\nENV: 34 EMG: nan\n", "text-lines");

        assertThat(run.out()).isEqualTo("index,EMG_raw,ENV_raw\n0,512,33.25\n1,,34\n");
    }

    @Test
    void anUnknownProfileIsWrongUsageAndNamesTheKnownOnes() {
        CommandRun run = decode("", "bitalina");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(
                        "There is no device profile \"bitalina\"; there are: bitalino, openbci-cyton, text-lines.\n");
    }

    @Test
    void anUnknownChannelIsWrongUsageAndNamesTheKnownOnes() {
        CommandRun run = decode("", "bitalino", "--channels", "A1,eeg");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "The device bitalino has no channel \"eeg\"; there are: emg (A1), ecg (A2), eda (A3), resp (A4),"
                                + " a5, a6, i1, i2.\n");
    }

    @Test
    void aMissingFileFailsWithOneSentence() {
        CommandRun run = decode("", "bitalino", folder.resolve("nothing.bin").toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("There is no file ").hasLineCount(1);
    }

    @Test
    void aGainForADeviceWithoutOneIsWrongUsage() {
        assertThat(decode("", "bitalino", "--gain", "24").exit()).isEqualTo(2);
        assertThat(decode("", "openbci-cyton", "--gain", "5").exit()).isEqualTo(2);
    }

    @Test
    void aMarkerOfZeroIsNoMarker() {
        byte[] bytes = Vectors.of("cyton-frame-marker").bytes();
        bytes[27] = 0;

        CommandRun run = decode(bytes, "openbci-cyton", "-", "--json", "--from-start", "--board-mode", "marker");

        assertThat(run.out()).contains("\"marker\":null");
    }
}

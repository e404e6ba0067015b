package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.device.Vectors.Vector;
import org.stillpoint.signal.Channel;

class BitalinoTest {

    @Test
    void everyCommandVectorIsEncoded() {
        Map<String, byte[]> commands = new HashMap<>();
        commands.put("bitalino-cmd-stop-live", BitalinoCommands.stopRunning());
        commands.put("bitalino-cmd-version", BitalinoCommands.version());
        commands.put("bitalino-cmd-state", BitalinoCommands.state());
        commands.put("bitalino-cmd-rate-1000", BitalinoCommands.rate(1000));
        commands.put("bitalino-cmd-rate-100", BitalinoCommands.rate(100));
        commands.put("bitalino-cmd-rate-10", BitalinoCommands.rate(10));
        commands.put("bitalino-cmd-rate-1", BitalinoCommands.rate(1));
        commands.put("bitalino-cmd-start-124", BitalinoCommands.startLive(1, 2, 4));
        commands.put("bitalino-cmd-start-all", BitalinoCommands.startLive(1, 2, 3, 4, 5, 6));
        commands.put("bitalino-cmd-simulate-all", BitalinoCommands.startSimulated(1, 2, 3, 4, 5, 6));
        commands.put("bitalino-cmd-outputs", BitalinoCommands.outputs(true, false));
        commands.put("bitalino-cmd-pwm", BitalinoCommands.analogOutput(100));
        commands.put("bitalino-cmd-battery", BitalinoCommands.batteryThreshold(20));

        List<Vector> vectors = Vectors.where(v -> v.is("bitalino", "command"));

        assertThat(commands.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        vectors.stream().map(Vector::id).toList());
        for (Vector vector : vectors) {
            assertThat(commands.get(vector.id())).as(vector.id()).isEqualTo(vector.bytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bitalino-state-v5.1", "bitalino-state-v5.2"})
    void everyStateVectorIsRead(String id) {
        Vector vector = Vectors.of(id);
        JsonNode expect = vector.expect();
        boolean newer = new BitalinoVersion(
                        "BITalino_" + vector.config().get("firmware").asText(), 0)
                .sendsAnalogOutput();

        BitalinoState state = BitalinoState.parse(vector.bytes(), newer).orElseThrow();

        assertThat(state.analog()).isEqualTo(integers(expect.get("analog")));
        assertThat(state.batteryCode()).isEqualTo(expect.get("battery_raw").asInt());
        assertThat(state.batteryVolts()).isCloseTo(expect.get("battery_V").asDouble(), within(1e-6));
        assertThat(state.batteryThreshold())
                .isEqualTo(expect.get("battery_threshold").asInt());
        assertThat(state.analogOutput().orElse(-1)).isEqualTo(expect.path("pwm").asInt(-1));
        assertThat(state.digital()).isEqualTo(integers(expect.get("digital")));
    }

    private static List<Integer> integers(JsonNode list) {
        List<Integer> found = new ArrayList<>();
        list.forEach(node -> found.add(node.asInt()));
        return found;
    }

    @Test
    void aStateThatIsCutOrBrokenIsNone() {
        byte[] bytes = Vectors.of("bitalino-state-v5.2").bytes();
        byte[] broken = bytes.clone();
        broken[3] ^= 4;

        assertThat(BitalinoState.parse(broken, true)).isEmpty();
        assertThat(BitalinoState.parse(Arrays.copyOf(bytes, 16), true)).isEmpty();
    }

    @Test
    void theVersionIsFoundBehindLeftOverFrames() {
        Vector vector = Vectors.of("bitalino-version");

        BitalinoVersion version = BitalinoVersion.parse(vector.bytes()).orElseThrow();

        assertThat(version.text()).isEqualTo(vector.expect().get("version").asText());
        assertThat(version.skippedBytes())
                .isEqualTo(vector.expect().get("skipped_bytes").asInt());
        assertThat(BitalinoVersion.parse(Arrays.copyOf(vector.bytes(), vector.bytes().length - 1)))
                .isEmpty();
    }

    static List<Vector> scales() {
        List<String> sensors = List.of("EMG", "ECG", "EDA", "PZT");
        return Vectors.where(v -> v.is("bitalino", "scale")
                && sensors.contains(v.config().get("quantity").asText()));
    }

    @ParameterizedTest
    @MethodSource("scales")
    void theProfilesScaleGivesEveryScaleVector(Vector vector) throws DeviceException {
        JsonNode config = vector.config();
        String id = config.get("quantity").asText().equals("PZT")
                ? "resp"
                : config.get("quantity").asText().toLowerCase();
        DeviceProfile bitalino = Profiles.load(Path.of("devices"), null).named("bitalino");
        Channel channel = bitalino.channels().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
        // with 6 bits one step is sixteen
        double code = config.get("raw").asDouble() * (config.get("bits").asInt() == 6 ? 16 : 1);

        assertThat(channel.value(code)).isCloseTo(vector.expect().get("value").asDouble(), within(1e-8));
        assertThat(channel.unit())
                .isEqualTo(org.stillpoint.signal.Unit.ofSuffix(
                                vector.expect().get("unit").asText())
                        .orElseThrow());
    }

    @Test
    void commandsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(BitalinoCommands::startLive).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BitalinoCommands.startLive(7)).hasMessageContaining("7");
        assertThatThrownBy(() -> BitalinoCommands.rate(500)).hasMessageContaining("500");
        assertThatThrownBy(() -> BitalinoCommands.batteryThreshold(64)).hasMessageContaining("64");
    }
}

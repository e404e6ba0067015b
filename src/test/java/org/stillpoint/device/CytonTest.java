package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.device.CytonCommands.Input;
import org.stillpoint.device.Vectors.Vector;
import org.stillpoint.signal.Channel;

class CytonTest {

    static List<Vector> replies() {
        return Vectors.where(v -> v.is("openbci-cyton", "reply"));
    }

    static List<Vector> scales() {
        return Vectors.where(v -> v.is("openbci-cyton", "scale"));
    }

    @Test
    void everyCommandVectorIsEncoded() {
        Map<String, byte[]> commands = new HashMap<>();
        commands.put("cyton-cmd-reset", CytonCommands.reset());
        commands.put("cyton-cmd-start", CytonCommands.start());
        commands.put("cyton-cmd-stop", CytonCommands.stop());
        commands.put("cyton-cmd-defaults", CytonCommands.defaults());
        commands.put("cyton-cmd-emg", CytonCommands.channel(1, true, 24, Input.NORMAL, true, false, false));
        commands.put("cyton-cmd-off-8", CytonCommands.power(8, false));
        commands.put("cyton-cmd-on-8", CytonCommands.power(8, true));
        commands.put("cyton-cmd-stamp-on", CytonCommands.timeStamps(true));
        commands.put("cyton-cmd-marker", CytonCommands.marker('A'));
        commands.put("cyton-cmd-radio", CytonCommands.radioCheck());

        List<Vector> vectors = Vectors.where(v -> v.is("openbci-cyton", "command"));

        assertThat(commands.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        vectors.stream().map(Vector::id).toList());
        for (Vector vector : vectors) {
            assertThat(commands.get(vector.id())).as(vector.id()).isEqualTo(vector.bytes());
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    void everyReplyVectorIsRead(Vector vector) {
        CytonReply reply = CytonReply.parse(vector.bytes());

        JsonNode expect = vector.expect();
        assertThat(reply.complete()).isEqualTo(expect.get("complete").asBoolean());
        if (expect.has("success")) {
            assertThat(reply.success()).isEqualTo(expect.get("success").asBoolean());
        } else {
            assertThat(reply.firmware()).hasValue(expect.get("firmware").asText());
            assertThat(reply.daisy()).isEqualTo(expect.get("daisy").asBoolean());
        }
    }

    @Test
    void aReplyWithoutItsEndIsNotComplete() {
        CytonReply reply = CytonReply.parse("Success: Channel set for 3$$".getBytes(StandardCharsets.US_ASCII));

        assertThat(reply.complete()).isFalse();
        assertThat(reply.success()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("scales")
    void theProfilesScaleGivesEveryScaleVector(Vector vector) throws DeviceException {
        DeviceProfile cyton = Profiles.load(Path.of("devices"), null).named("openbci-cyton");
        int gain = vector.config().get("gain").asInt();

        Channel channel = (gain == 24 ? cyton : CytonDecoder.withGain(cyton, gain))
                .channels()
                .get(0);

        double expected = vector.expect().get("value").asDouble();
        assertThat(channel.value(vector.config().get("raw").asDouble()))
                .isCloseTo(expected, within(Math.abs(expected) * 1e-8));
    }

    @Test
    void commandsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> CytonCommands.channel(1, true, 5, Input.NORMAL, true, false, false))
                .hasMessageContaining("5");
        assertThatThrownBy(() -> CytonCommands.power(9, true)).hasMessageContaining("9");
        assertThatThrownBy(() -> CytonCommands.marker(0)).hasMessageContaining("0");
    }
}

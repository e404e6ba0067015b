package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.device.Vectors.Vector;
import org.stillpoint.signal.Channel;

/** Every profile carries its proof: tables [[test]] that name a vector and where each channel's numbers stand in it. */
class ProfileProofTest {

    static List<DeviceProfile> profiles() {
        return Profiles.load(Path.of("devices"), null).all();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyProfileDecodesTheVectorsThatItNames(DeviceProfile profile) throws IOException {
        JsonNode proofs =
                new TomlMapper().readTree(Files.readString(profile.path())).path("test");
        assertThat(proofs.size()).isPositive();
        for (JsonNode proof : proofs) {
            Vector vector = Vectors.of(proof.get("vector").asText());
            boolean frame = vector.is(profile.id(), "frame");
            FrameDecoder decoder = FrameDecoders.of(frame ? profile.fromStart() : profile);
            Collected sink = new Collected();
            decoder.feed(vector.bytes(), 0, vector.bytes().length, sink);
            JsonNode samples = vector.expect().get("samples");
            assertThat(sink.samples).hasSameSizeAs(samples);
            for (int k = 0; k < samples.size(); k++) {
                check(profile, proof.path("raw"), samples.get(k), sink.samples.get(k), false);
                check(profile, proof.path("value"), samples.get(k), sink.samples.get(k), true);
            }
        }
    }

    private static void check(
            DeviceProfile profile, JsonNode places, JsonNode sample, double[] codes, boolean inUnits) {
        List<String> ids = new ArrayList<>();
        for (Iterator<String> each = places.fieldNames(); each.hasNext(); ) {
            ids.add(each.next());
        }
        List<Channel> channels = profile.channels();
        for (String id : ids) {
            int c = channels.stream().map(Channel::id).toList().indexOf(id);
            assertThat(c).as(id).isNotNegative();
            JsonNode expected = sample;
            for (String step : places.get(id).asText().split("\\.")) {
                expected = expected.isArray() ? expected.path(Integer.parseInt(step)) : expected.path(step);
            }
            double found = inUnits ? channels.get(c).value(codes[c]) : codes[c];
            if (expected.isMissingNode()) {
                assertThat(found).isNaN();
            } else {
                double number = (expected.isObject() ? expected.get("value") : expected).asDouble();
                assertThat(found).as(id).isCloseTo(number, within(Math.abs(number) * 1e-6 + 1e-12));
            }
        }
    }
}

package org.stillpoint.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/** Recorded and computed bytes with what they must decode to; every one names its origin and source. */
public final class Vectors {

    private Vectors() {}

    /** One vector; prints as its id. */
    public record Vector(JsonNode node) {

        public byte[] bytes() {
            return HexFormat.of().parseHex(node.get("hex").asText());
        }

        public JsonNode expect() {
            return node.get("expect");
        }

        public JsonNode config() {
            return node.get("config");
        }

        public String id() {
            return node.get("id").asText();
        }

        public String device() {
            return node.get("device").asText();
        }

        public boolean is(String device, String kind) {
            return device().equals(device) && node.get("kind").asText().equals(kind);
        }

        @Override
        public String toString() {
            return id();
        }
    }

    public static List<Vector> where(Predicate<Vector> wanted) {
        try (InputStream in = Vectors.class.getResourceAsStream("/golden/device-vectors.json")) {
            List<Vector> found = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(in).get("vectors")) {
                Vector vector = new Vector(node);
                if (wanted.test(vector)) {
                    found.add(vector);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Vector of(String id) {
        return where(v -> v.id().equals(id)).get(0);
    }
}

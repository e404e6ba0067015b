package org.stillpoint.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds a profile against {@code profile.schema.json} and says in words what was expected instead. */
final class ProfileSchema {

    /**
     * Something that the schema does not allow.
     *
     * @param pointer JSON pointer to the key
     */
    record Fault(String pointer, String reason) {}

    private final JsonNode text;
    private final Schema schema;

    ProfileSchema() {
        try (InputStream in = ProfileSchema.class.getResourceAsStream("profile.schema.json")) {
            text = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }

    /** Every fault, one for a key. */
    List<Fault> check(JsonNode profile) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        notFinite(profile, "", faults);
        if (!faults.isEmpty()) {
            // the validator compares numbers as decimals, which these are not
            return new ArrayList<>(faults.values());
        }
        for (Error error : schema.validate(profile)) {
            Fault fault = fault(error);
            faults.putIfAbsent(fault.pointer(), fault);
        }
        return new ArrayList<>(faults.values());
    }

    private void notFinite(JsonNode node, String at, Map<String, Fault> faults) {
        if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
            faults.put(at, instead(node, at));
        }
        node.fieldNames().forEachRemaining(key -> notFinite(node.get(key), at + "/" + key, faults));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            notFinite(node.get(i), at + "/" + i, faults);
        }
    }

    private Fault fault(Error error) {
        String at = error.getInstanceLocation().toString();
        String property = error.getProperty();
        if (property != null
                && (error.getKeyword().equals("required") || error.getKeyword().equals("dependentRequired"))) {
            String missing = at + "/" + property;
            return new Fault(missing, "\"" + property + "\" is missing; expected " + expected(missing));
        }
        if (property != null && error.getKeyword().equals("additionalProperties")) {
            List<String> known = new ArrayList<>();
            schemaAt(at).path("properties").fieldNames().forEachRemaining(known::add);
            return new Fault(
                    at + "/" + property,
                    "\"" + property + "\" is not a key here; expected one of " + String.join(", ", known));
        }
        return instead(error.getInstanceNode(), at);
    }

    private Fault instead(JsonNode found, String at) {
        String key = at.substring(at.lastIndexOf('/') + 1);
        String name = key.isEmpty() ? "the profile" : "\"" + key + "\"";
        return new Fault(at, name + " is " + shown(found) + "; expected " + expected(at));
    }

    private static String shown(JsonNode node) {
        if (node == null || node.isContainerNode()) {
            return node == null ? "absent" : node.isEmpty() ? "empty" : node.isArray() ? "a list" : "a table";
        }
        String value = node.isNumber() ? node.asText() : node.toString();
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }

    private String expected(String pointer) {
        return schemaAt(pointer).path("description").asText("something else");
    }

    /** The part of the schema that describes what the pointer points to. */
    private JsonNode schemaAt(String pointer) {
        JsonNode at = text;
        for (String key : pointer.substring(Math.min(1, pointer.length())).split("/")) {
            if (!key.isEmpty()) {
                JsonNode property = at.path("properties").path(key);
                JsonNode item = at.path("items");
                at = !property.isMissingNode()
                        ? property
                        : !item.isMissingNode() ? item : at.path("additionalProperties");
            }
        }
        return at;
    }
}

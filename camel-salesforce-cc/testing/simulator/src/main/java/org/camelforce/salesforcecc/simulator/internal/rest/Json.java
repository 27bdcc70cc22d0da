package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camelforce.salesforcecc.simulator.internal.model.JsonText;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.jspecify.annotations.Nullable;

/** JSON as the REST API reads and writes it: numbers keep their digits. */
final class Json {

    private static final int LONGEST_STRING = 64 * 1024 * 1024;
    // More than 200 records with 800 fields each have, or the 500 nodes of a graph.
    private static final int MAX_TOKENS = 2_000_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_STRING)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static ArrayNode array(Stream<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return array;
    }

    /** Parses a body; what is no JSON object is answered with {@code JSON_PARSER_ERROR}. */
    static ObjectNode parseObject(InputStream text) {
        try {
            return requireObject(MAPPER.readTree(text));
        } catch (MismatchedInputException e) {
            // its message names classes
            throw parserError("Unexpected content behind the JSON object" + at(e.getLocation()));
        } catch (JsonProcessingException e) {
            throw parserError(JsonText.problem(e) + at(e.getLocation()));
        } catch (CharConversionException e) {
            throw parserError(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode requireObject(@Nullable JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw parserError(
                node == null || node.isMissingNode()
                        ? "The HTTP entity body is required, but this request has no entity body."
                        : "Unexpected parameter encountered during deserialization: an object is expected");
    }

    static ArrayNode requireArray(ObjectNode body, String name) {
        if (body.get(name) instanceof ArrayNode array) {
            return array;
        }
        throw new ApiException(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [" + name + "]", name);
    }

    /** The texts of an array property, none if it is absent. */
    static List<String> texts(ObjectNode body, String name) {
        List<String> texts = new ArrayList<>();
        body.path(name).forEach(node -> texts.add(node.asText()));
        return texts;
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The properties of an object in their order. */
    static Map<String, Object> map(ObjectNode object) {
        return MAPPER.convertValue(object, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static byte[] write(JsonNode node) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            MAPPER.writeValue(out, node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ApiException parserError(String message) {
        return new ApiException(400, "JSON_PARSER_ERROR", message);
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null ? "" : " at [line:" + location.getLineNr() + ", column:" + location.getColumnNr() + "]";
    }
}

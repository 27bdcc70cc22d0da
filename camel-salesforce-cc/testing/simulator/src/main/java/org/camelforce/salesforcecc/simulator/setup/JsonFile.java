package org.camelforce.salesforcecc.simulator.setup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A JSON object in a file, which knows the line of each of its values. */
final class JsonFile {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final ObjectNode content;
    private final Map<JsonPointer, Integer> lines;

    private JsonFile(Path file, ObjectNode content, Map<JsonPointer, Integer> lines) {
        this.file = file;
        this.content = content;
        this.lines = lines;
    }

    static JsonFile read(Path file) {
        try {
            String text = Files.readString(file);
            JsonNode content = JSON.readTree(text);
            if (content instanceof ObjectNode object) {
                return new JsonFile(file, object, lines(text));
            }
            throw new SetupFileException(file, "there must be a JSON object in it.");
        } catch (NoSuchFileException e) {
            throw new SetupFileException(file, "no such file.");
        } catch (JsonProcessingException e) {
            throw new SetupFileException(file, e.getLocation().getLineNr(), e.getOriginalMessage());
        } catch (IOException e) {
            throw new SetupFileException(file, "it cannot be read as text (" + e + ").", e);
        }
    }

    ObjectNode content() {
        return content;
    }

    SetupFileException problem(JsonPointer at, String what) {
        return new SetupFileException(file, lines.getOrDefault(at, 1), what);
    }

    private static Map<JsonPointer, Integer> lines(String text) throws IOException {
        Map<JsonPointer, Integer> lines = new HashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }
}

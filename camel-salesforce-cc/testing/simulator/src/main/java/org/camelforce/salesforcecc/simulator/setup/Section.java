package org.camelforce.salesforcecc.simulator.setup;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A JSON object within a file. Its readers reject what has the wrong type, and say where that is. */
final class Section {

    private final JsonFile file;
    private final JsonPointer at;
    private final String name;
    private final ObjectNode content;

    private Section(JsonFile file, JsonPointer at, String name, ObjectNode content) {
        this.file = file;
        this.at = at;
        this.name = name;
        this.content = content;
    }

    /** All that is in a file. */
    static Section read(Path file) {
        JsonFile json = JsonFile.read(file);
        return new Section(json, JsonPointer.empty(), "", json.content());
    }

    /** The key that this object has in the one around it. */
    String name() {
        return name;
    }

    ObjectNode content() {
        return content;
    }

    List<Section> sections() {
        return content.properties().stream()
                .map(entry -> section(at(entry.getKey()), entry.getKey(), entry.getValue()))
                .toList();
    }

    List<Section> sections(String key) {
        JsonNode value = content.get(key);
        return value == null ? List.of() : section(at(key), key, value).sections();
    }

    /** The objects of the array at a key; each has the key's name. */
    List<Section> list(String key) {
        JsonNode array = content.path(key);
        if (!array.isArray()) {
            throw problem(key, key + " must be a JSON array.");
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            sections.add(section(at(key).appendIndex(i), key, array.get(i)));
        }
        return sections;
    }

    Optional<String> text(String key) {
        JsonNode value = content.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw problem(key, key + " must be a text.");
        }
        return Optional.of(value.textValue());
    }

    /** A text, a number or a truth value, as text. */
    Optional<String> scalar(String key) {
        JsonNode value = content.get(key);
        if (value != null && (!value.isValueNode() || value.isNull())) {
            throw problem(key, key + " must be a text, a number, true or false.");
        }
        return Optional.ofNullable(value).map(JsonNode::asText);
    }

    boolean flag(String key) {
        JsonNode value = content.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw problem(key, key + " must be true or false.");
        }
        return value.booleanValue();
    }

    OptionalInt number(String key, int min, int max) {
        JsonNode value = content.path(key);
        if (value.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!value.isInt() || value.intValue() < min || value.intValue() > max) {
            throw problem(key, key + " must be a whole number from " + min + " to " + max + ".");
        }
        return OptionalInt.of(value.intValue());
    }

    Optional<String[]> texts(String key) {
        JsonNode value = content.get(key);
        if (value == null) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(element.isTextual() ? element.textValue() : ""));
        if (texts.isEmpty() || texts.contains("")) {
            throw problem(key, key + " must be a JSON array of texts.");
        }
        return Optional.of(texts.toArray(String[]::new));
    }

    void requireKeysAmong(Collection<String> known) {
        for (Map.Entry<String, JsonNode> entry : content.properties()) {
            if (!known.contains(entry.getKey())) {
                throw problem(
                        entry.getKey(),
                        "key '" + entry.getKey() + "' is not known here. Known are " + String.join(", ", known) + ".");
            }
        }
    }

    SetupFileException problem(String what) {
        return file.problem(at, path(at) + what);
    }

    SetupFileException problem(String key, String what) {
        return content.has(key) ? file.problem(at(key), path(at) + what) : problem(what);
    }

    private Section section(JsonPointer where, String key, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return new Section(file, where, key, object);
        }
        throw file.problem(where, path(where) + "there must be a JSON object here.");
    }

    private JsonPointer at(String key) {
        return at.appendProperty(key);
    }

    private static String path(JsonPointer pointer) {
        return pointer.matches() ? "" : pointer.toString().substring(1).replace('/', '.') + ": ";
    }
}

package org.camelforce.salesforcecc.simulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer looks like: JSON with placeholders such as {@code <id>} for what differs from org to org. In an
 * object, {@code "...": "<any>"} allows further names, and {@code "<each>"} alone stands for all names. An array
 * {@code ["<each>", shape]} has any number of such elements, at least one.
 */
final class Shape {

    private static final String OPEN = "...";
    private static final String EACH = "<each>";
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("id", "[0-9A-Za-z]{15}(?:[0-5A-Z]{3})?"),
            Map.entry("uuid", "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
            Map.entry("date-time", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000"),
            Map.entry("date-time-z", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{3})?Z"),
            Map.entry("version", "\\d\\d\\.0"),
            Map.entry("digits", "\\d+"),
            Map.entry("locator", "[0-9A-Za-z]{15}(?:[0-5A-Z]{3})?-\\d+"),
            Map.entry("path", "/\\S*"),
            Map.entry("url", "https?://\\S+"),
            Map.entry("text", "(?s:.*)"));
    private static final Pattern PLACEHOLDER = Pattern.compile("<(" + String.join("|", KINDS.keySet()) + ")>");

    private Shape() {}

    /** Where an answer differs from a shape. */
    static List<Difference> differences(JsonNode shape, JsonNode actual) {
        List<Difference> differences = new ArrayList<>();
        compare("", shape, actual, differences);
        return differences;
    }

    /**
     * What to keep of an answer: names outside of an open shape go, and so do values where the shape has a placeholder.
     */
    static JsonNode reduce(JsonNode shape, JsonNode actual, UnaryOperator<String> replaced) {
        if (hasPlaceholder(shape) && matches(shape.asText(), actual)) {
            return shape;
        } else if (actual.isTextual()) {
            return TextNode.valueOf(replaced.apply(actual.asText()));
        } else if (actual.isArray()) {
            return reduceArray(shape, actual, replaced);
        } else if (actual.isObject()) {
            return shape.has(EACH)
                    ? reduceEach(shape.get(EACH), actual, replaced)
                    : reduceObject(shape, actual, replaced);
        }
        return actual;
    }

    private static ObjectNode reduceObject(JsonNode shape, JsonNode actual, UnaryOperator<String> replaced) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        actual.properties().stream()
                .filter(entry -> !shape.has(OPEN) || shape.has(entry.getKey()))
                .forEach(entry -> kept.set(
                        replaced.apply(entry.getKey()),
                        reduce(shape.path(entry.getKey()), entry.getValue(), replaced)));
        return kept;
    }

    /** Values that are alike after their reduction are kept once, without their names. */
    private static ObjectNode reduceEach(JsonNode shape, JsonNode actual, UnaryOperator<String> replaced) {
        Set<JsonNode> distinct = new LinkedHashSet<>();
        actual.forEach(value -> distinct.add(reduce(shape, value, replaced)));
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        int number = 0;
        for (JsonNode value : distinct) {
            kept.set("name " + ++number, value);
        }
        return kept;
    }

    private static JsonNode reduceArray(JsonNode shape, JsonNode actual, UnaryOperator<String> replaced) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        if (eachElement(shape)) {
            Set<JsonNode> distinct = new LinkedHashSet<>();
            actual.forEach(element -> distinct.add(reduce(shape.get(1), element, replaced)));
            kept.addAll(distinct);
        } else {
            for (int i = 0; i < actual.size(); i++) {
                kept.add(reduce(shape.path(i), actual.get(i), replaced));
            }
        }
        return kept;
    }

    private static void compare(String at, JsonNode shape, JsonNode actual, List<Difference> differences) {
        if (shape.isObject() && actual.isObject()) {
            compareObjects(at, shape, actual, differences);
        } else if (shape.isArray() && actual.isArray()) {
            compareArrays(at, shape, actual, differences);
        } else if (shape.isTextual() ? !matches(shape.asText(), actual) : !shape.equals(actual)) {
            differences.add(new Difference(at, text(shape), text(actual)));
        }
    }

    private static void compareObjects(String at, JsonNode shape, JsonNode actual, List<Difference> differences) {
        if (shape.has(EACH)) {
            actual.properties()
                    .forEach(entry -> compare(
                            at + '/' + escaped(entry.getKey()), shape.get(EACH), entry.getValue(), differences));
            return;
        }
        Set<String> names = new TreeSet<>();
        shape.fieldNames().forEachRemaining(names::add);
        if (!names.remove(OPEN)) {
            actual.fieldNames().forEachRemaining(names::add);
        }
        names.forEach(name -> compare(at + '/' + escaped(name), shape.path(name), actual.path(name), differences));
    }

    private static void compareArrays(String at, JsonNode shape, JsonNode actual, List<Difference> differences) {
        boolean each = eachElement(shape);
        int size = each ? Math.max(1, actual.size()) : Math.max(shape.size(), actual.size());
        for (int i = 0; i < size; i++) {
            compare(at + '/' + i, each ? shape.get(1) : shape.path(i), actual.path(i), differences);
        }
    }

    private static boolean hasPlaceholder(JsonNode shape) {
        return shape.asText().startsWith("<")
                || PLACEHOLDER.matcher(shape.asText()).find();
    }

    private static boolean matches(String shape, JsonNode actual) {
        if (actual.isTextual() && actual.asText().equals(shape)) {
            return true;
        }
        return switch (shape) {
            case "<any>" -> !actual.isMissingNode();
            case "<number>" -> actual.isNumber();
            case "<boolean>" -> actual.isBoolean();
            case "<object>" -> actual.isObject();
            case "<array>" -> actual.isArray();
            default ->
                shape.endsWith(">?")
                        ? actual.isNull() || matches(shape.substring(0, shape.length() - 1), actual)
                        : actual.isTextual()
                                && pattern(shape).matcher(actual.asText()).matches();
        };
    }

    private static Pattern pattern(String shape) {
        StringBuilder pattern = new StringBuilder();
        Matcher placeholders = PLACEHOLDER.matcher(shape);
        int end = 0;
        while (placeholders.find()) {
            pattern.append(Pattern.quote(shape.substring(end, placeholders.start())))
                    .append(KINDS.get(placeholders.group(1)));
            end = placeholders.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(shape.substring(end))).toString());
    }

    private static boolean eachElement(JsonNode shape) {
        return shape.size() == 2 && shape.path(0).asText().equals(EACH);
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

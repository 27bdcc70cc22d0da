package org.camelforce.salesforcecc.simulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Runs an example: its setup, its request, and the deletion of what it has created. */
final class ExampleRun {

    private static final int SHORTEST = 8;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final OrgConnection org;
    private final Example example;
    private final Map<String, String> values;
    private final Deque<ObjectNode> cleanup = new ArrayDeque<>();
    private JsonNode answer = JsonNodeFactory.instance.objectNode();
    private String refusal = "";

    private ExampleRun(OrgConnection org, Example example) {
        this.org = org;
        this.example = example;
        values = org.variables();
        values.put("unique", "T" + UUID.randomUUID().toString().substring(0, 8));
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        values.put("http-now", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        values.put("hour-ago", now.minus(1, ChronoUnit.HOURS).toString());
        values.put("hour-later", now.plus(1, ChronoUnit.HOURS).toString());
    }

    static ExampleRun of(OrgConnection org, Example example) {
        ExampleRun run = new ExampleRun(org, example);
        try {
            if (run.setUp()) {
                run.answer = run.step(example.request());
            }
        } finally {
            run.cleanup.forEach(request -> org.send(request, run.values));
            if (example.request().path("endsSession").asBoolean()) {
                org.logIn();
            }
        }
        return run;
    }

    /** Why the setup failed; empty if it did not. */
    String refusal() {
        return refusal;
    }

    /** Where the answer differs from the documented one. */
    List<Difference> differences() {
        return Shape.differences(expected(), answer);
    }

    /** What to record of the answer. */
    JsonNode reduced() {
        Map<String, String> own = new TreeMap<>(values);
        own.keySet().removeAll(org.variables().keySet());
        return Shape.reduce(expected(), answer, text -> {
            String replaced = text;
            for (Map.Entry<String, String> value : longestFirst(own)) {
                replaced = replaced.replace(value.getValue(), "<" + value.getKey() + ">");
            }
            return org.replacements().in(replaced);
        });
    }

    private static List<Map.Entry<String, String>> longestFirst(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(value -> value.getValue().length() >= SHORTEST)
                .sorted(Comparator.comparing((Map.Entry<String, String> value) ->
                                -value.getValue().length())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    private JsonNode expected() {
        ObjectNode expected = (ObjectNode) OrgConnection.filled(example.expected(), values);
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        expected.path("headers")
                .properties()
                .forEach(header -> headers.set(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        headers.put("...", "<any>");
        expected.set("headers", headers);
        return expected;
    }

    private boolean setUp() {
        for (JsonNode step : example.setup()) {
            JsonNode answered = step(step.has("create") ? creation(step) : step);
            boolean missing = step.path("save").properties().stream()
                    .anyMatch(variable ->
                            answered.at(variable.getValue().asText()).isMissingNode());
            if (answered.path("status").asInt() >= 300 || missing) {
                refusal = answered.path("status") + " " + answered.path("body");
                return false;
            }
        }
        return true;
    }

    private static ObjectNode creation(JsonNode step) {
        return step.has("count") ? creations(step) : oneCreation(step);
    }

    /** Creates records that are deleted with their ids, up to 200. */
    private static ObjectNode creations(JsonNode step) {
        int count = step.get("count").asInt();
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("method", "POST").put("path", "composite/sobjects");
        ArrayNode records = request.putObject("body").put("allOrNone", true).putArray("records");
        ObjectNode save = request.putObject("save");
        String prefix = step.path("as").asText("created");
        for (int i = 0; i < count; i++) {
            ObjectNode fields = step.required("fields").deepCopy();
            fields.putObject("attributes").put("type", step.get("create").asText());
            records.add(fields);
            save.put(prefix + i, "/body/" + i + "/id");
        }
        return request.put(
                "delete",
                IntStream.range(0, count)
                        .mapToObj(i -> "{" + prefix + i + "}")
                        .collect(Collectors.joining(",", "composite/sobjects?ids=", "")));
    }

    private static ObjectNode oneCreation(JsonNode step) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("method", "POST")
                .put("path", "sobjects/" + step.get("create").asText());
        request.set("body", step.required("fields"));
        request.putObject("save").put(step.path("as").asText("created"), "/body/id");
        request.put(
                "delete", request.get("path").asText() + "/{" + step.path("as").asText("created") + "}");
        return request;
    }

    private JsonNode step(JsonNode request) {
        JsonNode answered;
        if (request.has("until")) {
            JsonNode[] last = {org.send(request, values)};
            Awaitility.await().atMost(LONGEST).until(() -> {
                boolean there = isThere(OrgConnection.filled(request.get("until"), values), last[0]);
                if (!there) {
                    last[0] = org.send(request, values);
                }
                return there;
            });
            answered = last[0];
        } else {
            answered = org.send(request, values);
        }
        request.path("save").properties().forEach(variable -> {
            JsonNode value = answered.at(variable.getValue().asText());
            if (!value.isMissingNode()) {
                values.put(variable.getKey(), value.asText());
            }
        });
        if (request.has("delete") && answered.path("status").asInt() < 300) {
            cleanup.push(JsonNodeFactory.instance
                    .objectNode()
                    .put("method", "DELETE")
                    .put("path", request.get("delete").asText()));
        }
        return answered;
    }

    private static boolean isThere(JsonNode until, JsonNode answered) {
        return until.properties().stream()
                .allMatch(value -> answered.at(value.getKey()).equals(value.getValue()));
    }
}

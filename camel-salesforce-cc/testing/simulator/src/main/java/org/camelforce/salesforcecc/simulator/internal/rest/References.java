package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** What {@code @{id.field}} stands for in a composite request: parts of the answers so far. */
final class References {

    private static final Pattern REFERENCE = Pattern.compile("@\\{([^{}]*)}");
    private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]]+)|\\[(\\d{1,9})]");
    private static final Pattern REFERENCE_ID = Pattern.compile("[^.\\[]*");

    private static final int NULLS_SINCE = 52;

    private final Map<String, JsonNode> answers = new HashMap<>();
    private final boolean nullAllowed;

    /** @param version the version of the whole request */
    References(ApiVersion version) {
        nullAllowed = version.isAtLeast(NULLS_SINCE);
    }

    void put(String referenceId, JsonNode answer) {
        answers.put(referenceId, answer);
    }

    /** A URL with its references replaced; a reference that starts it may be a whole URL, others are encoded. */
    String resolveUrl(String url) {
        return REFERENCE.matcher(url).replaceAll(match -> {
            String value = find(match.group(1)).asText();
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            return Matcher.quoteReplacement(match.start() == 0 ? value : encoded);
        });
    }

    /** A body with its references replaced; a text that is one reference and nothing else keeps the value's type. */
    JsonNode resolve(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode resolved = Json.object();
            object.properties().forEach(property -> resolved.set(property.getKey(), resolve(property.getValue())));
            return resolved;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode resolved = Json.array();
            array.forEach(element -> resolved.add(resolve(element)));
            return resolved;
        }
        return node.isTextual() ? resolveText(node.asText()) : node;
    }

    private JsonNode resolveText(String text) {
        Matcher whole = REFERENCE.matcher(text);
        if (whole.matches()) {
            return find(whole.group(1), nullAllowed);
        }
        return TextNode.valueOf(REFERENCE
                .matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(find(match.group(1)).asText())));
    }

    private JsonNode find(String expression) {
        return find(expression, false);
    }

    private JsonNode find(String expression, boolean nullAllowed) {
        Matcher start = REFERENCE_ID.matcher(expression);
        String referenceId = start.lookingAt() ? start.group() : "";
        JsonNode value = answers.get(referenceId);
        Matcher step = STEP.matcher(expression).region(referenceId.length(), expression.length());
        int end = referenceId.length();
        while (value != null && step.lookingAt()) {
            value = step.group(1) != null ? value.get(step.group(1)) : value.get(Integer.parseInt(step.group(2)));
            end = step.end();
            step.region(end, expression.length());
        }
        if (value == null || value.isNull() && !nullAllowed || end != expression.length()) {
            throw halted(expression, referenceId);
        }
        return value;
    }

    private static ApiException halted(String expression, String referenceId) {
        return new ApiException(
                400,
                "PROCESSING_HALTED",
                "Invalid reference specified. No value for " + expression + " found in " + referenceId
                        + ". Provided referenceId ('" + expression + "') must start with a letter or a number, and it"
                        + " can contain only letters, numbers and underscores ('_').");
    }
}

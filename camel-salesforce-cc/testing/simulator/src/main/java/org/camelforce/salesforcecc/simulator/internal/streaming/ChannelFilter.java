package org.camelforce.salesforcecc.simulator.internal.streaming;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The conditions of a filtered subscription, {@code /topic/X?Country='DE'&City='Ulm'}: all of them have to hold
 * (Streaming API Developer Guide, "Filtered Subscriptions").
 *
 * @param values wanted value by field; empty for no filter
 */
record ChannelFilter(Map<String, String> values) {

    static ChannelFilter parse(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        Arrays.stream(query.split("&"))
                .map(condition -> condition.split("=", 2))
                .filter(condition -> condition.length == 2)
                .forEach(condition -> values.put(condition[0].trim(), unquoted(condition[1].trim())));
        return new ChannelFilter(values);
    }

    boolean matches(ObjectNode fields) {
        return values.entrySet().stream()
                .allMatch(wanted -> fields.path(wanted.getKey()).asText().equals(wanted.getValue()));
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("'") && value.endsWith("'");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}

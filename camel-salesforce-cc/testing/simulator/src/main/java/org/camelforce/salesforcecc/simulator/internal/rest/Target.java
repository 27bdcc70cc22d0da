package org.camelforce.salesforcecc.simulator.internal.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request target in its decoded parts.
 *
 * @param path the non-empty segments
 * @param parameters the values of each parameter of the query, in order
 */
record Target(List<String> path, Map<String, List<String>> parameters) {

    Target {
        path = List.copyOf(path);
        parameters = Map.copyOf(parameters);
    }

    /**
     * Takes a target apart. The targets of subrequests are written by hand and often not encoded, so a percent sign
     * that starts no escape stands for itself.
     */
    static Target parse(String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (mark >= 0) {
            for (String pair : target.substring(mark + 1).split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    query.computeIfAbsent(decode(pair.substring(0, equals)), name -> new ArrayList<>())
                            .add(decode(pair.substring(equals + 1)));
                }
            }
        }
        return new Target(
                Arrays.stream(path.split("/"))
                        .filter(segment -> !segment.isEmpty())
                        .map(segment -> decode(segment.replace("+", "%2B")))
                        .toList(),
                query);
    }

    /** The first value of each parameter of the query. */
    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        parameters.forEach((name, values) -> query.put(name, values.get(0)));
        return query;
    }

    /** The values of a parameter of the query; none if it is absent. */
    List<String> values(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** The target with another last segment. */
    Target withLast(String segment) {
        List<String> changed = new ArrayList<>(path);
        changed.set(changed.size() - 1, segment);
        return new Target(changed, parameters);
    }

    /** The target without its first segments. */
    Target below(int segments) {
        return new Target(path.subList(segments, path.size()), parameters);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
    }
}

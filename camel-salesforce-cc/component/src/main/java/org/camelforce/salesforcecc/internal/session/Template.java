package org.camelforce.salesforcecc.internal.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of an operation looks like: fixed parts, and parts that an option, a header or the body chooses. Written
 * as {@code /services/data/v{apiVersion}/sobjects/{sObjectName}?fields={sObjectFields}}; every parameter of the query
 * is optional.
 */
final class Template {

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("apiVersion", Rule.API_VERSION),
            Map.entry("sObjectName", Rule.NAME),
            Map.entry("sObjectIdName", Rule.NAME),
            Map.entry("sObjectBlobFieldName", Rule.NAME),
            Map.entry("eventName", Rule.NAME),
            Map.entry("sObjectId", Rule.RECORD_ID),
            Map.entry("jobId", Rule.RECORD_ID),
            Map.entry("batchId", Rule.RECORD_ID),
            Map.entry("resultId", Rule.RECORD_ID),
            Map.entry("reportId", Rule.RECORD_ID),
            Map.entry("instanceId", Rule.RECORD_ID),
            Map.entry("sObjectIdValue", Rule.VALUE),
            Map.entry("eventSchemaId", Rule.OPAQUE),
            Map.entry("sObjectFields", Rule.FIELDS),
            Map.entry("sObjectIds", Rule.RECORD_IDS),
            Map.entry("queryLocator", Rule.LOCATOR),
            Map.entry("locator", Rule.LOCATOR),
            Map.entry("eventSchemaFormat", Rule.WORD),
            Map.entry("includeDetails", Rule.WORD),
            Map.entry("allOrNone", Rule.WORD),
            Map.entry("limit", Rule.NUMBER),
            Map.entry("maxRecords", Rule.NUMBER),
            Map.entry("sObjectQuery", Rule.ANY),
            Map.entry("sObjectSearch", Rule.ANY));

    /** A fixed text, followed by a part that is chosen unless the parameter is null. */
    private record Part(String text, @Nullable String parameter) {

        static Part of(String template) {
            int open = template.indexOf('{');
            return open < 0
                    ? new Part(template, null)
                    : new Part(template.substring(0, open), template.substring(open + 1, template.length() - 1));
        }

        /** What is wrong with a part of a URL; null if nothing is. */
        @Nullable
        String problem(String actual) {
            if (parameter == null) {
                return actual.equals(text) ? null : "";
            }
            Rule rule = RULES.getOrDefault(parameter, Rule.OPAQUE);
            if (actual.startsWith(text) && rule.accepts(actual.substring(text.length()))) {
                return null;
            }
            return named(parameter) + " must be " + rule.description();
        }
    }

    private final List<Part> path = new ArrayList<>();
    private final Map<String, Part> query = new LinkedHashMap<>();

    Template(String text) {
        String[] halves = text.split("\\?", 2);
        for (String segment : halves[0].substring(1).split("/", -1)) {
            path.add(Part.of(segment));
        }
        if (halves.length == 2) {
            for (String parameter : halves[1].split("&")) {
                String[] pair = parameter.split("=", 2);
                query.put(pair[0], Part.of(pair[1]));
            }
        }
    }

    /** The parameters that make up the URL. */
    List<String> parameters() {
        List<String> names = new ArrayList<>();
        path.forEach(part -> addTo(names, part));
        query.values().forEach(part -> addTo(names, part));
        return names;
    }

    /** How a parameter is called where users write it. */
    static String named(String parameter) {
        return parameter + " (option, header " + HeaderNames.own(parameter) + " or body)";
    }

    private static void addTo(List<String> names, Part part) {
        if (part.parameter() != null) {
            names.add(part.parameter());
        }
    }

    /**
     * What is wrong with a URL: a sentence that names the parameter, an empty text if it is of another operation, null
     * if nothing is.
     *
     * @param actualPath as it is sent, below the instance URL
     * @param actualQuery as it is sent, or null
     */
    @Nullable
    String problem(String actualPath, @Nullable String actualQuery) {
        String[] segments = actualPath.split("/", -1);
        int count = segments.length - 1;
        boolean endsFixed = path.get(path.size() - 1).parameter() == null;
        if (endsFixed && count == path.size() + 1 && segments[count].isEmpty()) {
            count--;
        }
        for (int i = 0; i < Math.min(count, path.size()); i++) {
            String problem = path.get(i).problem(segments[i + 1]);
            if (problem != null) {
                return problem;
            }
        }
        if (count != path.size() || !segments[0].isEmpty()) {
            return "";
        }
        return actualQuery == null ? null : queryProblem(actualQuery);
    }

    private @Nullable String queryProblem(String actual) {
        for (String parameter : actual.split("&", -1)) {
            String[] pair = parameter.split("=", 2);
            Part part = query.get(pair[0]);
            if (part == null) {
                return "";
            }
            String problem = part.problem(pair.length == 2 ? pair[1] : "");
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /** What is wrong with the value of a parameter of the query, before it is encoded; null if nothing is. */
    @Nullable
    String problemOf(String parameter, String value) {
        Part part = query.get(parameter);
        return part == null ? null : part.problem(value);
    }
}

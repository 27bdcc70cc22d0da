package org.camelforce.salesforcecc.simulator.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.apex.Apex;
import org.camelforce.salesforcecc.simulator.records.Records;

/** A method of an Apex REST class that a file describes. */
final class ApexMethod {

    private static final List<String> ANSWERS = List.of("answer", "create", "error", "query");
    private static final List<String> KEYS = List.of("method", "url", "status", "answer", "create", "error", "query");
    private static final Pattern BIND = Pattern.compile("(?<=[\\s(,=<>]):([A-Za-z_]\\w*)");

    private final Section section;
    private final String method;
    private final String url;
    private final int status;

    private ApexMethod(Section section) {
        section.requireKeysAmong(KEYS);
        this.section = section;
        this.method = section.text("method").orElseThrow(() -> section.problem("method must name the HTTP method."));
        this.url = section.text("url").orElseThrow(() -> section.problem("url must be a URL mapping."));
        this.status = section.number("status", 200, 503).orElse(200);
        if (ANSWERS.stream().filter(section.content()::has).count() > 1) {
            throw section.problem("only one of these keys is allowed: " + String.join(", ", ANSWERS) + ".");
        }
    }

    static ApexMethod read(Section section) {
        return new ApexMethod(section);
    }

    void addTo(Apex apex, Records records) {
        try {
            apex.on(method, url, handler(records));
        } catch (IllegalArgumentException e) {
            throw section.problem(e.getMessage() + ".");
        }
    }

    private Apex.Handler handler(Records records) {
        ObjectNode content = section.content();
        String query = section.text("query").orElse("");
        if (!query.isEmpty()) {
            return request -> answer(records.query(bound(query, request)));
        }
        String object = section.text("create").orElse("");
        if (!object.isEmpty()) {
            return request -> request.json() instanceof ObjectNode fields
                    ? answer(records.create(object, fields, request.userId()))
                    : Apex.Response.empty(400);
        }
        String error = section.text("error").orElse("");
        if (!error.isEmpty()) {
            return request -> {
                throw new IllegalStateException(error);
            };
        }
        JsonNode answer = content.get("answer");
        return request -> answer == null ? Apex.Response.empty(status) : answer(answer);
    }

    private Apex.Response answer(Object value) {
        return Apex.Response.json(status, value);
    }

    /** The query with the values of its bind variables: {@code :rest}, and the query parameters by their names. */
    private static String bound(String query, Apex.Request request) {
        List<String> missing = new ArrayList<>();
        Map<String, String> params = request.params();
        String bound = BIND.matcher(query).replaceAll(variable -> {
            String name = variable.group(1);
            String value = name.equals("rest") ? request.rest() : params.get(name);
            if (value == null) {
                missing.add(name);
                return "null";
            }
            return Matcher.quoteReplacement("'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'");
        });
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the request has no parameter " + String.join(", ", missing));
        }
        return bound;
    }
}

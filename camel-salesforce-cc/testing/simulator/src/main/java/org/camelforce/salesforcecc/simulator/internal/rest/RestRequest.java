package org.camelforce.salesforcecc.simulator.internal.rest;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camelforce.salesforcecc.simulator.oauth.Session;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * A request for a resource of a version, whether it came by HTTP or inside a composite one.
 *
 * @param method HTTP method
 * @param version the version that its path names
 * @param target path below the version, and query
 * @param headers headers, whatever their case
 * @param body the body
 * @param session who asks
 * @param variables what the route's template found in the path
 */
record RestRequest(
        String method,
        ApiVersion version,
        Target target,
        Map<String, String> headers,
        RequestBody body,
        Session session,
        Map<String, String> variables) {

    RestRequest {
        TreeMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
        variables = Map.copyOf(variables);
    }

    RestRequest(
            String method,
            ApiVersion version,
            Target target,
            Map<String, String> headers,
            RequestBody body,
            Session session) {
        this(method, version, target, headers, body, session, Map.of());
    }

    RestRequest with(Map<String, String> found) {
        return new RestRequest(method, version, target, headers, body, session, found);
    }

    /** A variable of the template that the router matched. */
    String variable(String name) {
        return Optional.ofNullable(variables.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the route has no variable " + name));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(target.query().get(name));
    }

    /** All values of a query parameter that may be repeated. */
    List<String> queries(String name) {
        return target.values(name);
    }

    String requiredQuery(String name) {
        return query(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new ApiException(
                        400, "MISSING_ARGUMENT", "The required request parameter is missing: " + name));
    }

    /** A comma-separated query parameter; nothing if it is absent. */
    List<String> queryList(String name) {
        return query(name).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}

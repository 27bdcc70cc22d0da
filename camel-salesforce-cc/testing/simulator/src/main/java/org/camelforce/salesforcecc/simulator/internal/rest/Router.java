package org.camelforce.salesforcecc.simulator.internal.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Finds the handler of a request. The first template that fits a path decides, so literal ones are added first. */
final class Router {

    private static final String ANY_METHOD = "";

    private final List<Route> routes = new ArrayList<>();

    /**
     * Adds a route.
     *
     * @param template path below the version; {@code {name}} stands for any one segment
     */
    void add(String method, String template, RestHandler handler) {
        routes.add(new Route(method, Target.parse(template).path(), handler));
    }

    /** Answers every request for a path like this as one for an unknown resource, whatever templates follow. */
    void addUnknown(String template) {
        add(ANY_METHOD, template, request -> {
            throw unknownResource();
        });
    }

    /** Method and template of each route that leads to a resource, in the order in which they decide. */
    List<String> names() {
        return routes.stream()
                .filter(route -> !route.method.equals(ANY_METHOD))
                .map(route -> route.method + " " + String.join("/", route.template))
                .toList();
    }

    RestResponse handle(RestRequest request) {
        String method = effectiveMethod(request);
        List<String> path = request.target().path();
        Optional<Route> first =
                routes.stream().filter(route -> route.match(path).isPresent()).findFirst();
        List<String> template = first.orElseThrow(Router::unknownResource).template;
        List<Route> candidates =
                routes.stream().filter(route -> route.template.equals(template)).toList();
        for (Route route : candidates) {
            if (route.method.equals(method) || route.method.equals(ANY_METHOD)) {
                return route.handler.handle(request.with(route.match(path).orElseThrow()));
            }
        }
        TreeSet<String> allowed = new TreeSet<>();
        candidates.forEach(route -> allowed.add(route.method));
        throw methodNotAllowed(method, allowed);
    }

    static ApiException methodNotAllowed(String method, Collection<String> allowed) {
        return new ApiException(
                405,
                "METHOD_NOT_ALLOWED",
                "HTTP Method '" + method + "' not allowed. Allowed are " + String.join(",", allowed));
    }

    static ApiException unknownResource() {
        return new ApiException(404, "NOT_FOUND", "The requested resource does not exist");
    }

    private static String effectiveMethod(RestRequest request) {
        if (request.method().equals("HEAD")) {
            return "GET";
        }
        return request.method().equals("POST") ? request.query("_HttpMethod").orElse("POST") : request.method();
    }

    private record Route(String method, List<String> template, RestHandler handler) {

        Optional<Map<String, String>> match(List<String> path) {
            if (path.size() != template.size()) {
                return Optional.empty();
            }
            Map<String, String> variables = new LinkedHashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String expected = template.get(i);
                if (expected.startsWith("{")) {
                    variables.put(expected.substring(1, expected.length() - 1), path.get(i));
                } else if (!expected.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }
}

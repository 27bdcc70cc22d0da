package org.camelforce.salesforcecc.simulator.internal.apex;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camelforce.salesforcecc.simulator.apex.Apex;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** The handlers of an org. Safe for use by several threads. */
public final class InMemoryApex implements Apex {

    private static final List<String> METHODS = List.of("DELETE", "GET", "PATCH", "POST", "PUT");

    /** A handler that fits a request, and what the mapping's last wildcard stands for. */
    record Found(Handler handler, String rest) {}

    private final Map<UrlMapping, Map<String, Handler>> classes = new ConcurrentHashMap<>();

    @Override
    public void on(String method, String urlMapping, Handler handler) {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("not a method of Apex REST: " + method);
        }
        classes.computeIfAbsent(new UrlMapping(urlMapping), mapping -> new ConcurrentHashMap<>())
                .put(method, handler);
    }

    @Override
    public void clear() {
        classes.clear();
    }

    Found find(String method, String path) {
        UrlMapping mapping =
                mapping(path).orElseThrow(() -> new ApiException(404, "NOT_FOUND", "Could not find a match for URL"));
        Map<String, Handler> methods = classes.getOrDefault(mapping, Map.of());
        Handler handler = methods.get(method);
        if (handler == null) {
            throw new ApiException(
                    405,
                    "METHOD_NOT_ALLOWED",
                    "HTTP Method '" + method + "' not allowed. Allowed are "
                            + String.join(",", new TreeSet<>(methods.keySet())));
        }
        return new Found(handler, mapping.match(path).orElse(""));
    }

    private Optional<UrlMapping> mapping(String path) {
        return classes.keySet().stream()
                .filter(mapping -> mapping.match(path).isPresent())
                .max(Comparator.comparing(UrlMapping::isExact)
                        .thenComparing(mapping -> mapping.text().length()));
    }
}

package org.camelforce.salesforcecc.internal.session;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of a call of Apex REST. A body that is a map adds some; an HTTP consumer makes one of a form, so
 * such a body is taken for what a caller sends.
 */
final class ApexParameters {

    /** Salesforce takes its value for the request's method. */
    private static final String METHOD = "_HttpMethod";

    private ApexParameters() {}

    /**
     * Appends parameters to a URL; one of the same name that the URL has already is replaced.
     *
     * @param url as it is sent
     * @param parameters values in plain text, a collection for a parameter that is there several times, or null for one
     *     without a value
     * @return the URL with these parameters, encoded
     */
    static String append(String url, Map<String, ? extends @Nullable Object> parameters) {
        if (parameters.isEmpty()) {
            return url;
        }
        StringJoiner query = new StringJoiner("&");
        for (String present : inQuery(url)) {
            if (!parameters.containsKey(nameOf(present))) {
                query.add(present);
            }
        }
        parameters.forEach((name, value) -> {
            Collection<?> values = value instanceof Collection<?> several ? several : null;
            if (value == null) {
                query.add(encoded(name));
            } else {
                (values == null ? List.of(value) : values)
                        .forEach(one -> query.add(encoded(name) + "=" + encoded(String.valueOf(one))));
            }
        });
        return url.split("\\?", 2)[0] + "?" + query;
    }

    /**
     * What a body may add to the parameters of a route.
     *
     * @param body a map of names and values
     * @param url the route's, whose parameters the body does not change
     * @param others names of further parameters that it does not change
     * @return the rest of the body
     * @throws RequestRefusedException if the body would choose the request's method
     */
    static Map<Object, @Nullable Object> ofBody(Map<?, ?> body, @Nullable String url, Collection<String> others)
            throws RequestRefusedException {
        Set<String> fixed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        fixed.addAll(others);
        if (url != null) {
            inQuery(url).forEach(present -> fixed.add(nameOf(present)));
        }
        Map<Object, @Nullable Object> added = new LinkedHashMap<>();
        for (Map.Entry<?, ?> parameter : body.entrySet()) {
            String name = String.valueOf(parameter.getKey());
            if (name.trim().equalsIgnoreCase(METHOD)) {
                throw new RequestRefusedException(
                        "The request of apexCall was not sent: the body names the query parameter " + METHOD
                                + "; set option apexMethod or header CamelSalesforceApexMethod instead");
            }
            if (!fixed.contains(name)) {
                added.put(name, parameter.getValue());
            }
        }
        return added;
    }

    /** The parameters of a URL's query as they are sent, each with its value. */
    private static List<String> inQuery(String url) {
        String[] parts = url.split("\\?", 2);
        return parts.length == 1
                ? List.of()
                : Arrays.stream(parts[1].split("&"))
                        .filter(parameter -> !parameter.isEmpty())
                        .toList();
    }

    private static String nameOf(String parameter) {
        String name = parameter.split("=", 2)[0];
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // a percent sign of its own
            return name;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

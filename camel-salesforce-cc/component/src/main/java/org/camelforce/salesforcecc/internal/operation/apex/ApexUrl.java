package org.camelforce.salesforcecc.internal.operation.apex;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.HttpHeaderRules;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a call of Apex REST. Parts in braces are taken from headers. Query parameters come from the URL, from
 * options, from headers that begin with {@code CamelSalesforceApexQueryParam.}, and from a body that is a map. An HTTP
 * consumer makes such a body of a form, so it is taken for what a caller sends: it adds parameters and changes none.
 */
final class ApexUrl {

    private static final String BARE_PREFIX = "apexQueryParam.";
    private static final String PREFIX = "CamelSalesforceApexQueryParam.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    /** Salesforce takes its value for the request's method. */
    private static final String METHOD = "_HttpMethod";

    private ApexUrl() {}

    /** Path and query below {@code /services/apexrest/}, as they are sent. */
    static String of(OperationParameters parameters) throws SalesforceException {
        String url = resolved(parameters, parameters.requiredText(Parameter.APEX_URL));
        Map<String, @Nullable Object> added = ofRoute(parameters);
        if (parameters.message().getBody() instanceof Map<?, ?> body) {
            addFromBody(added, body, url, parameters);
        }
        // with it or without, as routes have it
        return appended(url.startsWith("/") ? url.substring(1) : url, added);
    }

    /** A blank part would be the end of the path. */
    private static String resolved(OperationParameters parameters, String url) throws SalesforceException {
        Matcher placeholder = PLACEHOLDER.matcher(url);
        StringBuilder resolved = new StringBuilder();
        while (placeholder.find()) {
            String value = parameters.message().getHeader(placeholder.group(1), String.class);
            if (value == null || value.isBlank()) {
                throw parameters.denied(
                        "apexUrl takes a part from header " + placeholder.group(1) + ", which is missing or blank");
            }
            placeholder.appendReplacement(
                    resolved, Matcher.quoteReplacement(encoded(value).replace("+", "%20")));
        }
        return placeholder.appendTail(resolved).toString();
    }

    private static Map<String, @Nullable Object> ofRoute(OperationParameters parameters) {
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        if (parameters.settings().option("apexQueryParams") instanceof Map<?, ?> options) {
            options.forEach((name, value) -> found.put(String.valueOf(name), value));
        }
        if (parameters.settings().legacyHeaders()) {
            addHeaders(found, BARE_PREFIX, parameters);
        }
        addHeaders(found, PREFIX, parameters);
        return found;
    }

    private static void addHeaders(Map<String, @Nullable Object> found, String prefix, OperationParameters parameters) {
        if (parameters.message().hasHeaders()) {
            parameters.message().getHeaders().forEach((name, value) -> {
                if (HttpHeaderRules.startsWith(name, prefix)) {
                    found.put(name.substring(prefix.length()), value);
                }
            });
        }
    }

    private static void addFromBody(
            Map<String, @Nullable Object> found, Map<?, ?> body, String url, OperationParameters parameters)
            throws SalesforceException {
        Set<String> fixed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        fixed.addAll(found.keySet());
        inQuery(url).forEach(present -> fixed.add(nameOf(present)));
        for (Map.Entry<?, ?> parameter : body.entrySet()) {
            String name = String.valueOf(parameter.getKey());
            if (name.trim().equalsIgnoreCase(METHOD)) {
                throw parameters.denied("the body names the query parameter " + METHOD
                        + "; set option apexMethod or header CamelSalesforceApexMethod instead");
            }
            if (!fixed.contains(name)) {
                found.put(name, parameter.getValue());
            }
        }
    }

    /** A parameter of the same name that the URL has already is replaced; null is one without a value. */
    private static String appended(String url, Map<String, @Nullable Object> added) {
        if (added.isEmpty()) {
            return url;
        }
        StringJoiner query = new StringJoiner("&");
        for (String present : inQuery(url)) {
            if (!added.containsKey(nameOf(present))) {
                query.add(present);
            }
        }
        added.forEach((name, value) -> {
            if (value == null) {
                query.add(encoded(name));
            } else {
                (value instanceof Collection<?> several ? several : List.of(value))
                        .forEach(one -> query.add(encoded(name) + "=" + encoded(String.valueOf(one))));
            }
        });
        return url.split("\\?", 2)[0] + "?" + query;
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

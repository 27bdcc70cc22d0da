package org.camelforce.salesforcecc.internal.session;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Message;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.internal.OperationName;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Which headers of a message choose parameters of one endpoint's requests: those that begin with
 * {@code CamelSalesforce}. Others that upstream would read are kept from it, unless an option names them. Immutable;
 * for use by several threads.
 */
final class ParameterHeaders {

    private static final String APEX_PARAMETER = "apexQueryParam.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");
    private static final Set<String> OF_RAW = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        OF_RAW.addAll(List.of("rawPath", "rawMethod", "rawQueryParameters", "rawHttpHeaders"));
    }

    private final OperationName operation;
    private final SalesforceEndpointConfig options;
    private final boolean legacy;

    /**
     * @param endpoint whose requests they are
     * @param legacy whether names without {@code CamelSalesforce} count too
     * @throws IllegalArgumentException if option {@code rawHttpHeaders} names a header that no message may set
     */
    ParameterHeaders(SalesforceEndpoint endpoint, boolean legacy) {
        this.operation = endpoint.getOperationName();
        this.options = endpoint.getConfiguration();
        this.legacy = legacy;
        String problem = problemOf(options.getRawHttpHeaders());
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
    }

    /**
     * Prepares a message for upstream.
     *
     * @param message about to be processed
     * @return what to give back afterwards
     * @throws RequestRefusedException if a header names what no message may set, or a part of the URL is blank
     */
    HeaderSubstitution substitute(Message message) throws RequestRefusedException {
        HeaderSubstitution substitution = new HeaderSubstitution();
        if (operation == OperationName.APEX_CALL && message.getBody() instanceof Map<?, ?> body) {
            substitution.setBody(ApexParameters.ofBody(
                    body, value(message, "apexUrl", options.getApexUrl()), namedForApex(message)));
        }
        if (!message.hasHeaders()) {
            substitution.apply(message);
            return substitution;
        }
        resolveApexUrl(message, substitution);
        Set<String> named = operation == OperationName.RAW ? namedByRaw(message) : Set.of();
        for (Map.Entry<String, Object> header :
                new ArrayList<>(message.getHeaders().entrySet())) {
            if (header.getValue() != null) {
                sort(header.getKey(), header.getValue(), named, message, substitution);
            }
        }
        substitution.apply(message);
        return substitution;
    }

    private void sort(String name, Object value, Set<String> named, Message message, HeaderSubstitution substitution)
            throws RequestRefusedException {
        if (HeaderNames.startsWith(name, HeaderNames.PREFIX)) {
            ownHeader(name, value, substitution);
            return;
        }
        String jar = jarNameOfBare(name);
        if (jar != null) {
            if (legacy) {
                legacyHeader(name, jar, value, message, substitution);
            } else if (!named.contains(name) || OF_RAW.contains(name)) {
                substitution.hide(name);
            }
        } else if (HttpHeaders.isSalesforce(name)) {
            boolean wanted = legacy || named.contains(name);
            if (!wanted || HttpHeaders.isNeverFromAMessage(name)) {
                substitution.hide(name);
            }
        }
    }

    private static void ownHeader(String name, Object value, HeaderSubstitution substitution)
            throws RequestRefusedException {
        if (HeaderNames.startsWith(name, HeaderNames.HTTP_HEADER)) {
            String http = name.substring(HeaderNames.HTTP_HEADER.length());
            if (!HttpHeaders.isSalesforce(http) || HttpHeaders.isNeverFromAMessage(http)) {
                throw new RequestRefusedException("The request was not sent: header " + HeaderNames.HTTP_HEADER
                        + "<name> is for names that begin with Sforce- or X-SFDC-, and not for X-SFDC-Session");
            }
            substitution.set(http, value);
            return;
        }
        String jar = HeaderNames.ofOwn(name);
        if (jar == null) {
            jar = jarNameInFamily(name, true);
        }
        if (jar != null && !jar.equals(name)) {
            substitution.set(jar, value);
        }
    }

    private static void legacyHeader(
            String name, String jar, Object value, Message message, HeaderSubstitution substitution) {
        boolean renamed = !jar.equalsIgnoreCase(name);
        if (renamed && message.getHeader(jar) == null) {
            substitution.set(jar, value);
        }
    }

    private static @Nullable String jarNameOfBare(String name) {
        String jar = HeaderNames.ofBare(name);
        return jar != null ? jar : jarNameInFamily(name, false);
    }

    private static @Nullable String jarNameInFamily(String name, boolean own) {
        for (HeaderNames.Family family : HeaderNames.FAMILIES) {
            String prefix = own ? family.own() : family.bare();
            if (HeaderNames.startsWith(name, prefix)) {
                return family.jar() + name.substring(prefix.length());
            }
        }
        return null;
    }

    /** The headers that options of the raw operation name: they are what the route wants to send. */
    private Set<String> namedByRaw(Message message) throws RequestRefusedException {
        String http = value(message, "rawHttpHeaders", options.getRawHttpHeaders());
        String problem = problemOf(http);
        if (problem != null) {
            throw new RequestRefusedException("The request of raw was not sent: " + problem);
        }
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        addTo(named, http);
        addTo(named, value(message, "rawQueryParameters", options.getRawQueryParameters()));
        return named;
    }

    private static void addTo(Set<String> named, @Nullable String list) {
        if (list != null) {
            named.addAll(List.of(list.split(",")));
        }
    }

    private static @Nullable String problemOf(@Nullable String httpHeaders) {
        if (httpHeaders != null) {
            for (String name : httpHeaders.split(",")) {
                if (HttpHeaders.isNeverFromAMessage(name)) {
                    return "rawHttpHeaders names " + name.trim()
                            + ", which the component sets itself; remove it from the list";
                }
            }
        }
        return null;
    }

    /** The query parameters of Apex REST that options and headers name. */
    private Set<String> namedForApex(Message message) {
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        named.addAll(options.getApexQueryParams().keySet());
        for (String header : message.getHeaders().keySet()) {
            String own = HeaderNames.own(APEX_PARAMETER);
            if (HeaderNames.startsWith(header, own)) {
                named.add(header.substring(own.length()));
            } else if (legacy && HeaderNames.startsWith(header, APEX_PARAMETER)) {
                named.add(header.substring(APEX_PARAMETER.length()));
            }
        }
        return named;
    }

    /** Upstream would take a blank value for the end of the path. */
    private void resolveApexUrl(Message message, HeaderSubstitution substitution) throws RequestRefusedException {
        if (operation != OperationName.APEX_CALL) {
            return;
        }
        String url = value(message, "apexUrl", options.getApexUrl());
        if (url == null || url.indexOf('{') < 0) {
            return;
        }
        Matcher placeholder = PLACEHOLDER.matcher(url);
        StringBuilder resolved = new StringBuilder();
        while (placeholder.find()) {
            String value = message.getHeader(placeholder.group(1), String.class);
            if (value == null || value.isBlank()) {
                throw new RequestRefusedException(
                        "The request of apexCall was not sent: apexUrl takes a part from header " + placeholder.group(1)
                                + ", which is missing or blank");
            }
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            placeholder.appendReplacement(resolved, Matcher.quoteReplacement(encoded));
        }
        placeholder.appendTail(resolved);
        substitution.set(HeaderNames.ofOption("apexUrl"), resolved.toString());
    }

    private @Nullable String value(Message message, String option, @Nullable String configured) {
        String value = message.getHeader(HeaderNames.own(option), String.class);
        if (value == null && legacy) {
            value = message.getHeader(option, String.class);
        }
        return value == null ? configured : value;
    }
}

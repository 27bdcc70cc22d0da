package org.camelforce.salesforcecc.migration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.migration.Hit.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of the component {@code salesforce} or of a Kamelet for Salesforce.
 *
 * @param kind what it is
 * @param shown its URI with literal secrets masked
 * @param instead the URI to use instead
 */
record EndpointUri(Kind kind, String shown, String instead) {

    private static final Pattern SALESFORCE = Pattern.compile("salesforce:(?://)?([^?]*)(?:\\?(.*))?");
    private static final Pattern KAMELET =
            Pattern.compile("kamelet:(?://)?(salesforce-[\\w-]+)(?:/[^?]*)?(?:\\?(.*))?");

    /** The endpoint of a URI, if it is one; {@code parameters} are those that stand beside it in {@code source}. */
    static Optional<EndpointUri> of(String uri, Map<String, String> parameters, Source source) {
        Matcher salesforce = SALESFORCE.matcher(uri);
        if (salesforce.matches()) {
            return Optional.of(salesforce(salesforce.group(1), query(salesforce.group(2)), uri, source));
        }
        Matcher kamelet = KAMELET.matcher(uri);
        if (!kamelet.matches() || !Kamelet.isOne(kamelet.group(1))) {
            return Optional.empty();
        }
        Map<String, String> query = query(kamelet.group(2));
        String name = kamelet.group(1);
        String option = Kamelet.targetOption(name);
        String target = query.getOrDefault(option, parameters.getOrDefault(option, ""));
        Map<String, String> kept = new LinkedHashMap<>();
        query.forEach((key, value) -> {
            if (!Kamelet.isGone(name, key)) {
                kept.put(Kamelet.renamed(key), value);
            }
        });
        String instead = Kamelet.endpoint(name, target) + (kept.isEmpty() ? "" : "&" + join(kept));
        return Optional.of(new EndpointUri(Kind.KAMELET, shown(uri, query, source), instead));
    }

    private static EndpointUri salesforce(String path, Map<String, String> query, String uri, Source source) {
        boolean credential = query.entrySet().stream()
                .anyMatch(option -> LoginOption.of(option.getKey()).isCredential(option.getValue()));
        Map<String, String> kept = new LinkedHashMap<>(query);
        kept.keySet().removeIf(name -> LoginOption.of(name).isObsolete());
        kept.replaceAll((name, value) -> LoginOption.of(name).rewritten(value));
        return new EndpointUri(
                credential ? Kind.CREDENTIAL : Kind.CONSEQUENCE,
                shown(uri, query, source),
                "salesforce-cc:" + path + (kept.isEmpty() ? "" : "?" + join(kept)));
    }

    private static String shown(String uri, Map<String, String> query, Source source) {
        Map<String, String> masked = new LinkedHashMap<>(query);
        masked.replaceAll((name, value) -> source.shown(LoginOption.of(name), value));
        return query.isEmpty() ? uri : uri.substring(0, uri.indexOf('?') + 1) + join(masked);
    }

    private static Map<String, String> query(@Nullable String text) {
        Map<String, String> query = new LinkedHashMap<>();
        if (text != null) {
            for (String pair : text.split("&(?:amp;)?")) {
                int equals = pair.indexOf('=');
                query.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return query;
    }

    private static String join(Map<String, String> query) {
        return query.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining("&"));
    }
}

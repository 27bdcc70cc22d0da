package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The formats of answers (REST API Developer Guide, "REST API Architecture"). What has no attributes of its own is
 * written below a root whose name is documented for trees, and known from answers otherwise.
 */
enum ResponseFormat {
    JSON("application/json;charset=UTF-8"),
    XML("application/xml;charset=UTF-8");

    private static final int SUFFIXES_UNTIL = 57;
    private static final List<String> ONLY_JSON = List.of("composite", "event", "eventSchema");

    private final String contentType;

    ResponseFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /**
     * The format that a request wants: its path may end in one in versions up to 57.0, otherwise its {@code Accept}
     * header may name one.
     *
     * @param target the target below the version
     */
    static ResponseFormat of(ApiVersion version, Target target, @Nullable String accept) {
        if (isOnlyJson(target)) {
            return JSON;
        }
        return suffix(version, target).orElseGet(() -> accepted(accept));
    }

    /** A header that names neither counts as one for JSON. */
    static ResponseFormat accepted(@Nullable String accept) {
        String header = accept == null ? "" : accept;
        int json = header.indexOf("application/json");
        int xml = header.indexOf("application/xml");
        return xml >= 0 && (json < 0 || xml < json) ? XML : JSON;
    }

    /** The target without the format that its path ends in, if it does. */
    static Target withoutSuffix(ApiVersion version, Target target) {
        return suffix(version, target)
                .map(format -> target.withLast(last(target)
                        .substring(0, last(target).length() - format.suffix().length())))
                .orElse(target);
    }

    byte[] write(JsonNode body, Target target) {
        return this == JSON ? Json.write(body) : xml(body, target);
    }

    private static byte[] xml(JsonNode body, Target target) {
        String type = body.path("attributes").path("type").asText();
        if (!type.isEmpty()) {
            return XmlWriter.write(body, type, type);
        }
        if (body.path(0).has("errorCode")) {
            return XmlWriter.write(body, "Errors", "Error");
        }
        if (body.has("success") || body.path(0).has("success")) {
            return body.isArray()
                    ? XmlWriter.write(body, "Results", "Result")
                    : XmlWriter.write(body, "Result", "Result");
        }
        if (body.path(0).has("version")) {
            return XmlWriter.write(body, "Versions", "Version");
        }
        if (body.has("totalSize")) {
            return XmlWriter.write(body, "QueryResult", "records");
        }
        return XmlWriter.write(body, root(target), "records");
    }

    private static String root(Target target) {
        if (target.path().isEmpty()) {
            return "urls";
        }
        return switch (last(target)) {
            case "describe" -> "DescribeSObject";
            case "sobjects" -> "DescribeGlobal";
            case "limits" -> "LimitsSnapshot";
            default -> target.path().contains("tree") ? "SObjectTreeResponse" : "Response";
        };
    }

    private static boolean isOnlyJson(Target target) {
        List<String> path = target.path();
        boolean records = path.size() > 1 && List.of("tree", "sobjects").contains(path.get(1));
        return !path.isEmpty() && (ONLY_JSON.contains(last(target)) || ONLY_JSON.contains(path.get(0)) && !records);
    }

    private static Optional<ResponseFormat> suffix(ApiVersion version, Target target) {
        if (version.number() > SUFFIXES_UNTIL || target.path().isEmpty()) {
            return Optional.empty();
        }
        for (ResponseFormat format : values()) {
            if (last(target).endsWith(format.suffix())) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private String suffix() {
        return this == JSON ? ".json" : ".xml";
    }

    private static String last(Target target) {
        return target.path().get(target.path().size() - 1);
    }
}

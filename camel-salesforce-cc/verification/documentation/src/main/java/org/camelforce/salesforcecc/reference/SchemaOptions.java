package org.camelforce.salesforcecc.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.spi.Metadata;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.credentials.NextCredentials;

/** The options in the schemas that Camel's generator has made of the component and of the one that it extends. */
final class SchemaOptions {

    static final String OF_COMPONENT = "componentProperties";
    static final String OF_ENDPOINT = "properties";

    private static final int MAX_VALUES = 8;

    private static final String REFUSED = "Not for use: belongs to another login flow and is refused.";

    /** Where what is inherited does not hold. */
    static final Map<String, String> CORRECTIONS = Map.of(
            "loginUrl",
            "The org's My Domain URL, https://<my domain>.my.salesforce.com. It has no default, because the flow works on"
                    + " this domain only.",
            "clientId",
            "The consumer key of the External Client App or connected app.",
            "clientSecret",
            "The consumer secret that belongs to the consumer key.",
            "authenticationType",
            "Not needed. Values other than CLIENT_CREDENTIALS are refused.",
            "userName",
            REFUSED,
            "password",
            REFUSED,
            "refreshToken",
            REFUSED,
            "keystore",
            REFUSED,
            "jwtAudience",
            REFUSED,
            "httpClient",
            "Not for use: the component has its own HTTP client, which renews the token. Any other client is refused.");

    private final JsonNode own;
    private final JsonNode extended;

    private SchemaOptions(JsonNode own, JsonNode extended) {
        this.own = own;
        this.extended = extended;
    }

    static SchemaOptions ofTheClassPath() throws IOException {
        return new SchemaOptions(
                schema("org/camelforce/salesforcecc/salesforce-cc"),
                schema("org/apache/camel/component/salesforce/salesforce"));
    }

    /** @return those that {@code salesforce} does not have, in the schema's order */
    List<Option> own(String section) {
        return options(section, false);
    }

    /** @return those that {@code salesforce} has, too, in the schema's order */
    List<Option> inherited(String section) {
        return options(section, true);
    }

    private List<Option> options(String section, boolean inherited) {
        List<Option> options = new ArrayList<>();
        own.path(section).properties().forEach(property -> {
            if (extended.path(section).has(property.getKey()) == inherited) {
                options.add(option(property.getKey(), property.getValue()));
                options.addAll(nested(property.getKey(), property.getValue()));
            }
        });
        return options;
    }

    /** Those of a bean that is an option, if it has texts for them. */
    private static List<Option> nested(String name, JsonNode schema) {
        if (!schema.path("javaType").asText().equals(NextCredentials.class.getName())) {
            return List.of();
        }
        List<Option> options = new ArrayList<>();
        for (Field field : NextCredentials.class.getDeclaredFields()) {
            Metadata metadata = field.getAnnotation(Metadata.class);
            options.add(
                    new Option(name + "." + field.getName(), "string", "", metadata.secret(), metadata.description()));
        }
        return options;
    }

    private static Option option(String name, JsonNode schema) {
        String correction = CORRECTIONS.get(name);
        String description = (correction == null ? schema.path("description").asText() : correction)
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        return new Option(
                name,
                type(schema),
                name.equals("loginUrl") ? "" : schema.path("defaultValue").asText(),
                schema.path("secret").asBoolean(),
                schema.path("deprecated").asBoolean() ? "Deprecated. " + description : description);
    }

    private static String type(JsonNode schema) {
        JsonNode values = schema.path("enum");
        String type = schema.path("type").asText();
        if (values.isMissingNode() || values.size() > MAX_VALUES) {
            String javaType = schema.path("javaType").asText().replaceAll("<.*", "");
            return type.equals("object") ? "`" + javaType.substring(javaType.lastIndexOf('.') + 1) + "`" : type;
        }
        List<String> names = new ArrayList<>();
        values.forEach(value -> names.add("`" + value.asText() + "`"));
        return String.join(", ", names);
    }

    private static JsonNode schema(String path) throws IOException {
        String resource = "/META-INF/" + path + ".json";
        try (InputStream in = SalesforceCcComponent.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, resource));
        }
    }
}

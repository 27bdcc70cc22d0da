package org.camelforce.salesforcecc.springboot;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.spi.Metadata;
import org.apache.camel.util.StringHelper;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.credentials.NextCredentials;
import org.camelforce.salesforcecc.token.TokenPolicy;

/** Derives Spring Boot's configuration metadata from the component's schema. */
final class ConfigurationMetadata {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PREFIX = ComponentNames.PREFIX;
    private static final String SCHEMA = "/META-INF/org/camelforce/salesforcecc/salesforce-cc.json";

    /** Options of salesforce that the component refuses when it starts. */
    private static final Set<String> REFUSED =
            Set.of("httpClient", "jwtAudience", "keystore", "password", "refreshToken", "userName");

    private static final Map<String, String> BOXED =
            Map.of("boolean", "java.lang.Boolean", "int", "java.lang.Integer", "long", "java.lang.Long");

    private final Map<String, ObjectNode> properties = new TreeMap<>();
    private final Map<String, ObjectNode> hints = new TreeMap<>();

    String text() throws Exception {
        JsonNode schema;
        try (InputStream in = getClass().getResourceAsStream(SCHEMA)) {
            schema = MAPPER.readTree(Objects.requireNonNull(in, SCHEMA));
        }
        own("enabled", "Whether to configure the component from properties.");
        own("customizer.enabled", "Whether to set the component's options from properties.");
        property(
                PREFIX + ".instances",
                "java.util.Map<java.lang.String," + SalesforceCcComponent.class.getName() + ">",
                "Further components by name, each with the same options as camel.component.salesforce-cc. The name is the"
                        + " scheme of its endpoints.");
        property(
                        "management.health.salesforce-cc.enabled",
                        "java.lang.Boolean",
                        "Whether the actuator's health has the components.")
                .put("defaultValue", true);
        schema.get("componentProperties").properties().forEach(entry -> option(entry.getKey(), entry.getValue()));
        for (Field field : NextCredentials.class.getDeclaredFields()) {
            property(
                    PREFIX + ".next." + StringHelper.camelCaseToDash(field.getName()),
                    "java.lang.String",
                    field.getAnnotation(Metadata.class).description());
        }
        new TokenPolicyOptions()
                .metadata(PREFIX + ".token-policy")
                .forEach(property -> properties.put(property.get("name").asText(), property));
        return print(schema);
    }

    private void own(String name, String description) {
        property(PREFIX + "." + name, "java.lang.Boolean", description).put("defaultValue", true);
    }

    private void option(String option, JsonNode schema) {
        if (option.equals("tokenPolicy") || option.equals("next")) {
            return;
        }
        String name = PREFIX + "." + StringHelper.camelCaseToDash(option);
        ObjectNode property =
                property(name, type(schema), schema.get("description").asText());
        // salesforce's default is another domain than this flow's
        if (schema.has("defaultValue") && !option.equals("loginUrl")) {
            JsonNode value = schema.get("defaultValue");
            property.set("defaultValue", value);
            if (schema.get("type").asText().equals("duration")) {
                property.put("defaultValue", value.asText() + "ms");
            }
        }
        if (REFUSED.contains(option)) {
            property.putObject("deprecation")
                    .put("level", "error")
                    .put(
                            "reason",
                            "Has no place in the client credentials flow; the component refuses to start with it.");
        } else if (schema.path("deprecated").asBoolean()) {
            property.putObject("deprecation");
        }
        hint(name, schema);
    }

    private void hint(String name, JsonNode schema) {
        if (schema.has("enum")) {
            ArrayNode values = hints(name).putArray("values");
            schema.get("enum").forEach(value -> values.addObject().set("value", value));
        } else if (schema.get("type").asText().equals("object")
                && !schema.get("javaType").asText().startsWith("java.util.")) {
            hints(name)
                    .putArray("providers")
                    .addObject()
                    .put("name", "spring-bean-reference")
                    .putObject("parameters")
                    .put("target", schema.get("javaType").asText());
        }
    }

    private ObjectNode hints(String name) {
        return hints.computeIfAbsent(name, n -> MAPPER.createObjectNode().put("name", n));
    }

    private ObjectNode property(String name, String type, String description) {
        ObjectNode property = MAPPER.createObjectNode();
        property.put("name", name);
        property.put("type", type);
        property.put("description", description);
        property.put("sourceType", SalesforceCcAutoConfiguration.class.getName());
        properties.put(name, property);
        return property;
    }

    private static String type(JsonNode schema) {
        if (schema.get("type").asText().equals("duration")) {
            return "java.time.Duration";
        }
        String type = schema.get("javaType").asText();
        return BOXED.getOrDefault(type, type.replace(" ", ""));
    }

    private String print(JsonNode schema) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode groups = root.putArray("groups");
        groups.addObject()
                .put("name", PREFIX)
                .put("type", SalesforceCcComponent.class.getName())
                .put("sourceType", SalesforceCcAutoConfiguration.class.getName());
        groups.addObject()
                .put("name", PREFIX + ".token-policy")
                .put("type", TokenPolicy.class.getName())
                .put("sourceType", SalesforceCcComponent.class.getName())
                .put(
                        "description",
                        schema.at("/componentProperties/tokenPolicy/description")
                                .asText());
        root.putArray("properties").addAll(properties.values());
        root.putArray("hints").addAll(hints.values());
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        return MAPPER.writer(printer).writeValueAsString(root) + "\n";
    }
}

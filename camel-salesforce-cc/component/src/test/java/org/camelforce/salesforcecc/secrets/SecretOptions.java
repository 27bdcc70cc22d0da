package org.camelforce.salesforcecc.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.spi.Metadata;
import org.apache.camel.util.StringHelper;
import org.camelforce.salesforcecc.SalesforceCcComponent;

/** The component's options that are secret, those of {@code salesforce} and those of nested beans among them. */
public final class SecretOptions {

    private static final String SCHEMA = "/META-INF/org/camelforce/salesforcecc/salesforce-cc.json";

    private SecretOptions() {}

    /** As in properties, with dashes. */
    public static List<String> all() {
        List<String> names = new ArrayList<>();
        schema().properties().forEach(option -> {
            if (option.getValue().path("secret").asBoolean()) {
                names.add(StringHelper.camelCaseToDash(option.getKey()));
            }
            nested(option.getValue().path("javaType").asText()).stream()
                    .map(name -> StringHelper.camelCaseToDash(option.getKey()) + "." + name)
                    .forEach(names::add);
        });
        return names;
    }

    private static List<String> nested(String type) {
        if (!type.startsWith("org.camelforce.") && !type.startsWith("org.apache.camel.component.salesforce.")) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try {
            for (Field field : Class.forName(type.replaceAll("<.*", "")).getDeclaredFields()) {
                Metadata metadata = field.getAnnotation(Metadata.class);
                if (metadata != null && metadata.secret()) {
                    names.add(StringHelper.camelCaseToDash(field.getName()));
                }
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }

    private static JsonNode schema() {
        try (InputStream in = SalesforceCcComponent.class.getResourceAsStream(SCHEMA)) {
            return new ObjectMapper()
                    .readTree(Objects.requireNonNull(in, SCHEMA))
                    .get("componentProperties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.camelforce.salesforcecc.springboot;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.spi.PropertiesSource;
import org.jspecify.annotations.Nullable;

/**
 * Answers Camel's lookups of the consumer keys and secrets with what Spring's configuration holds at that moment. The
 * component looks them up at every login by the property {@code camel.component.<its name>.<option>}; nothing else is
 * answered. Safe for use by several threads.
 */
final class LiveCredentials implements PropertiesSource {

    private static final String COMPONENTS = "camel.component.";
    private static final Set<String> OPTIONS = Set.of("clientid", "clientsecret");
    private static final String NEXT = ".next";

    private final LiveProperties properties;

    LiveCredentials(LiveProperties properties) {
        this.properties = properties;
    }

    @Override
    public String getName() {
        return "salesforce-cc credentials in Spring's configuration";
    }

    @Override
    public @Nullable String getProperty(String name) {
        int dot = name.lastIndexOf('.');
        if (!name.startsWith(COMPONENTS) || dot <= COMPONENTS.length()) {
            return null;
        }
        String option = name.substring(dot + 1);
        if (!OPTIONS.contains(option.replace("-", "").toLowerCase(Locale.ROOT))) {
            return null;
        }
        String owner = name.substring(COMPONENTS.length(), dot);
        String component = owner.endsWith(NEXT) ? owner.substring(0, owner.length() - NEXT.length()) : owner;
        return properties.value(ComponentNames.prefix(component) + owner.substring(component.length()) + "." + option);
    }
}

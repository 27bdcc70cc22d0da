package org.camelforce.salesforcecc.internal.credentials;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates options again. A value with placeholders is resolved each time; so is one that Camel has set from a
 * property, by looking up that property again, so that functions such as {@code {{aws:...}}} see what their vault holds
 * now. A value that a setter has replaced since is taken as it is. Safe for use by several threads.
 */
public final class PropertyPlaceholders {

    private final CamelContext camelContext;
    private final List<String> prefixes;
    private final Map<String, Origin> origins = new ConcurrentHashMap<>();

    private record Origin(String value, @Nullable String property) {}

    /**
     * @param camelContext resolves placeholders
     * @param names the names under which the component is known in the context
     */
    public PropertyPlaceholders(CamelContext camelContext, Collection<String> names) {
        this.camelContext = Objects.requireNonNull(camelContext, "camelContext");
        this.prefixes = names.stream()
                .flatMap(name -> List.of("camel.component." + name + ".", "camel.beans." + name + ".").stream())
                .toList();
    }

    /**
     * @param option an option's name, in camel case
     * @param value its value as it is set, or null
     * @return what it stands for at the moment, or null if it is not set
     * @throws IllegalArgumentException if a placeholder cannot be resolved
     */
    public @Nullable String resolve(String option, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (value.contains("{{")) {
            return camelContext.resolvePropertyPlaceholders(value);
        }
        Origin origin = origins.computeIfAbsent(option, name -> new Origin(value, propertyOf(name, value)));
        String property = origin.property();
        return property == null || !origin.value().equals(value) ? value : lookUp(property);
    }

    private @Nullable String propertyOf(String option, String value) {
        String dashed = option.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return prefixes.stream()
                .flatMap(prefix -> List.of(prefix + dashed, prefix + option).stream())
                .filter(property -> value.equals(lookUp(property)))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String lookUp(String property) {
        return camelContext.getPropertiesComponent().resolveProperty(property).orElse(null);
    }
}

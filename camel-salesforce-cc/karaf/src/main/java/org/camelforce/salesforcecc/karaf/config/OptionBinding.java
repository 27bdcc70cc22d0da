package org.camelforce.salesforcecc.karaf.config;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.SalesforceCcComponentConfigurer;
import org.jspecify.annotations.Nullable;

/** Sets options of a component as Camel does. */
final class OptionBinding {

    private OptionBinding() {}

    /**
     * @param file named if an option cannot be set
     * @throws IllegalArgumentException if an option cannot be set; the message names it
     */
    static void bind(Map<String, String> options, String file, SalesforceCcComponent component, CamelContext context) {
        options.forEach((name, value) -> bind(name, value, file, component, context));
    }

    private static void bind(
            String name, String value, String file, SalesforceCcComponent component, CamelContext context) {
        Map<String, Object> left = new HashMap<>(Map.of(name, value));
        try {
            PropertyBindingSupport.build()
                    .withCamelContext(context)
                    .withTarget(component)
                    .withConfigurer(new SalesforceCcComponentConfigurer())
                    .withIgnoreCase(true)
                    .withRemoveParameters(true)
                    .withProperties(left)
                    .bind();
        } catch (RuntimeException e) {
            // Camel's message shows the value
            throw invalid(name, file, value.startsWith("#") || OptionNames.isHarmless(name) ? e : null);
        }
        if (!left.isEmpty()) {
            throw invalid(name, file, null);
        }
    }

    private static IllegalArgumentException invalid(String name, String file, @Nullable RuntimeException cause) {
        Throwable root = cause;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return new IllegalArgumentException(
                "Key " + name + " in " + file + " cannot be set" + (root == null ? "" : ": " + root.getMessage()),
                cause);
    }
}

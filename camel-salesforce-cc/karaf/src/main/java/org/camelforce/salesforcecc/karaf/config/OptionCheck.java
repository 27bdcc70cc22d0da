package org.camelforce.salesforcecc.karaf.config;

import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationException;

/**
 * Sets the options on a component that nobody uses, so that a value which does not fit is refused when it is written
 * and not when the next Camel context starts. It needs a context for that; while there is none, the first one to come
 * does the same. What only a certain context can resolve is left to that one.
 */
record OptionCheck(BundleContext bundle) {

    /** @throws ConfigurationException if an option cannot be set */
    void make(Settings settings) throws ConfigurationException {
        ServiceReference<CamelContext> reference = bundle.getServiceReference(CamelContext.class);
        CamelContext context = reference == null ? null : bundle.getService(reference);
        if (context == null) {
            return;
        }
        try {
            make(settings, context);
        } finally {
            bundle.ungetService(reference);
        }
    }

    private static void make(Settings settings, CamelContext context) throws ConfigurationException {
        SalesforceCcComponent component = new SalesforceCcComponent();
        for (Map.Entry<String, String> option : literals(settings.options()).entrySet()) {
            try {
                OptionBinding.bind(Map.of(option.getKey(), option.getValue()), settings.file(), component, context);
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException(option.getKey(), e.getMessage());
            }
        }
    }

    /** Without references, placeholders, and what belongs to a bean that is referred to. */
    private static Map<String, String> literals(Map<String, String> options) {
        Map<String, String> literals = new TreeMap<>(options);
        literals.values().removeIf(value -> value.startsWith("#") || value.contains("{{"));
        literals.keySet().removeIf(name -> options.getOrDefault(name.split("[.\\[]", 2)[0], "")
                .startsWith("#"));
        return literals;
    }
}

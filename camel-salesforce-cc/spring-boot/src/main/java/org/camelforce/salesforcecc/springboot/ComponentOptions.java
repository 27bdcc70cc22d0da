package org.camelforce.salesforcecc.springboot;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.StringHelper;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Sets a component's options from properties. The options are those that the component itself knows; values are bound
 * as Camel Main does it, so that {@code #bean:name}, {@code #class:name} and {@code {{placeholders}}} mean the same.
 */
final class ComponentOptions {

    private static final Logger LOG = LoggerFactory.getLogger(ComponentOptions.class);
    private static final Set<String> NO_OPTIONS = Set.of("enabled", "customizer", "instances");

    /** Names that the component refuses with the ones to use. */
    private static final Set<String> NOT_FOR_USE = Set.of("nextClientId", "nextClientSecret");

    private final Binder binder;
    private final String prefix;

    ComponentOptions(Environment environment, String prefix) {
        this.binder = Binder.get(environment);
        this.prefix = prefix;
    }

    /** @throws org.apache.camel.PropertyBindingException if the option does not take the value */
    void set(SalesforceCcComponent component) {
        // its configurer is there from then on
        ServiceHelper.initService(component);
        PropertyConfigurer configurer = component.getComponentPropertyConfigurer();
        Map<String, Object> options = options((PropertyConfigurerGetter) configurer);
        PropertyBindingSupport.build()
                .withCamelContext(component.getCamelContext())
                .withTarget(component)
                .withConfigurer(configurer)
                .withIgnoreCase(true)
                .withMandatory(true)
                .withProperties(options)
                .bind();
    }

    private Map<String, Object> options(PropertyConfigurerGetter configurer) {
        Map<String, Object> options = new LinkedHashMap<>();
        Set<String> unknown = new TreeSet<>();
        binder.bind(prefix, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((property, value) -> {
                    String first = property.split("[.\\[]", 2)[0];
                    String option = StringHelper.dashToCamelCase(first);
                    Class<?> type = configurer.getOptionType(option, true);
                    if (type != null) {
                        options.put(name(option, property.substring(first.length()), type), value(first, value, type));
                    } else if (NOT_FOR_USE.contains(option)) {
                        options.put(option, value);
                    } else if (!NO_OPTIONS.contains(first)) {
                        unknown.add(prefix + "." + property);
                    }
                });
        if (!unknown.isEmpty()) {
            LOG.warn("No options of salesforce-cc, and ignored: {}", unknown);
        }
        return options;
    }

    private static String name(String option, String nested, Class<?> type) {
        return isBoundWhole(type) ? option : option + StringHelper.dashToCamelCase(nested);
    }

    private @Nullable Object value(String first, String value, Class<?> type) {
        if (Map.class.isAssignableFrom(type) && !value.startsWith("#")) {
            return binder.bind(prefix + "." + first, Bindable.mapOf(String.class, Object.class))
                    .get();
        }
        if (Set.class.isAssignableFrom(type) && !value.startsWith("#")) {
            return binder.bind(prefix + "." + first, Bindable.setOf(String.class))
                    .get();
        }
        return value;
    }

    private static boolean isBoundWhole(Class<?> type) {
        return Map.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type);
    }
}

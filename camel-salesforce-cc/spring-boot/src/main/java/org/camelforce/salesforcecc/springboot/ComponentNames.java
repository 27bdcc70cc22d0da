package org.camelforce.salesforcecc.springboot;

import java.util.Map;
import java.util.Set;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The components that properties name, and where the properties of each one begin. */
final class ComponentNames {

    static final String PREFIX = "camel.component.salesforce-cc";

    private static final String MAIN = "salesforce-cc";
    private static final String INSTANCES = PREFIX + ".instances";

    private ComponentNames() {}

    /** Names of the instances besides {@code salesforce-cc}. */
    static Set<String> instances(Environment environment) {
        return Binder.get(environment)
                .bind(INSTANCES, Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .keySet();
    }

    /** Whether properties may configure the component of this name. */
    static boolean isConfigured(Environment environment, String component) {
        return HierarchicalPropertiesEvaluator.evaluate(
                        environment, "camel.component.customizer", PREFIX + ".customizer")
                && (component.equals(MAIN) || instances(environment).contains(component));
    }

    /** What the properties of the component of this name begin with, without a dot at the end. */
    static String prefix(String component) {
        return component.equals(MAIN) ? PREFIX : INSTANCES + "." + component;
    }
}

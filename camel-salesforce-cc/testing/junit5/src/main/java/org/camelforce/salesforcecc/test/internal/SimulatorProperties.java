package org.camelforce.salesforcecc.test.internal;

import java.util.HashMap;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives an application context the login of the simulator and its Pub/Sub API, before it starts. Contexts of different
 * test classes differ, because their simulators do.
 *
 * @param testClass the class that has the simulator
 */
record SimulatorProperties(Class<?> testClass) implements ContextCustomizer {

    private static final String PREFIX = "camel.component.salesforce-cc.";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        SalesforceSimulator simulator = RunningSimulators.of(testClass)
                .orElseThrow(() -> new IllegalStateException("The simulator of " + testClass.getName()
                        + " does not run: put @WithSalesforceSimulator above the annotation that starts the context"));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("salesforceSimulator", properties(simulator)));
    }

    /** The Pub/Sub API only with TLS, because the component speaks to no other. */
    private static Map<String, Object> properties(SalesforceSimulator simulator) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(PREFIX + "login-url", simulator.getLoginUrl());
        properties.put(PREFIX + "client-id", simulator.getClientId());
        properties.put(PREFIX + "client-secret", simulator.getClientSecret());
        if (simulator.isPubSubSecure()) {
            properties.put(PREFIX + "pub-sub-host", simulator.getPubSubHost());
            properties.put(PREFIX + "pub-sub-port", simulator.getPubSubPort());
        }
        return properties;
    }
}

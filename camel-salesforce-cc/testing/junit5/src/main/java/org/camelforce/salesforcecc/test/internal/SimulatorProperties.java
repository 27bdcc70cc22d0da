package org.camelforce.salesforcecc.test.internal;

import java.util.Map;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives an application context the login of the simulator, before it starts. Contexts of different test classes differ,
 * because their simulators do.
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
                .addFirst(new MapPropertySource(
                        "salesforceSimulator",
                        Map.of(
                                PREFIX + "login-url", simulator.getLoginUrl(),
                                PREFIX + "client-id", simulator.getClientId(),
                                PREFIX + "client-secret", simulator.getClientSecret())));
    }
}

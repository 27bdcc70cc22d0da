package org.camelforce.salesforcecc.test.internal;

import java.util.List;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator.Lifetime;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds the test classes whose application context needs the properties of a simulator. Made by Spring. */
public final class SimulatorPropertiesFactory implements ContextCustomizerFactory {

    /** Used by Spring. */
    public SimulatorPropertiesFactory() {}

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if each test method would have a simulator of its own: the context outlives it
     */
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        WithSalesforceSimulator annotation =
                TestContextAnnotationUtils.findMergedAnnotation(testClass, WithSalesforceSimulator.class);
        if (annotation == null) {
            return null;
        }
        if (annotation.lifetime() != Lifetime.CLASS) {
            throw new IllegalStateException("The application context of " + testClass.getName()
                    + " outlives a test method: use @WithSalesforceSimulator(lifetime = Lifetime.CLASS)");
        }
        return new SimulatorProperties(testClass);
    }
}

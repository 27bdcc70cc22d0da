package org.camelforce.salesforcecc.karaf.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.karaf.TestFramework;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

class PublishedContextsTest {

    private TestFramework framework;
    private BundleContext bundle;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        framework = new TestFramework(folder);
        bundle = framework.context();
    }

    @AfterEach
    void stop() throws Exception {
        framework.close();
    }

    @Test
    void publishWhenTheContextIsUnknownThenItIsAService() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            new PublishedContexts(bundle).publish(context);

            assertThat(published()).isEqualTo(1);
        }
    }

    @Test
    void publishWhenTheContextIsAServiceThenItStaysOne() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            bundle.registerService(CamelContext.class, context, null);

            new PublishedContexts(bundle).publish(context);

            assertThat(published()).isEqualTo(1);
        }
    }

    @Test
    void publishWhenTheContextStopsThenItIsGone() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();
            new PublishedContexts(bundle).publish(context);
        }

        assertThat(published()).isZero();
    }

    @Test
    void publishWhenTheFrameworkHasStoppedFirstThenTheContextStopsAllTheSame() throws Exception {
        CamelContext context = new DefaultCamelContext();
        context.start();
        new PublishedContexts(bundle).publish(context);
        framework.close();

        context.close();

        assertThat(context.isStopped()).isTrue();
    }

    private int published() throws Exception {
        return bundle.getServiceReferences(CamelContext.class, null).size();
    }
}

package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.main.Main;
import org.camelforce.salesforcecc.guide.snippets.Traces;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** Runs what the page for operators shows about traces. */
@WithSalesforceSimulator
class TracesTest {

    @Test
    void tracesWhenARequestIsSentThenTheHandlerGetsItsSpanAndThatOfTheLogin(SalesforceSimulator org) throws Exception {
        SpanNames spans = new SpanNames();
        Main main = new Main();
        Traces.trace(main, spans);
        main.addOverrideProperty("camel.component.salesforce-cc.login-url", org.getLoginUrl());
        main.addOverrideProperty("camel.component.salesforce-cc.client-id", org.getClientId());
        main.addOverrideProperty("camel.component.salesforce-cc.client-secret", org.getClientSecret());
        main.start();
        try {
            main.getCamelTemplate()
                    .requestBody("salesforce-cc:query?rawPayload=true", "SELECT Id FROM User", String.class);

            await().untilAsserted(
                            () -> assertThat(spans.names).containsExactly("salesforce login", "salesforce query"));
        } finally {
            main.stop();
        }
    }

    private static final class SpanNames implements ObservationHandler<Observation.Context> {

        private final List<String> names = new CopyOnWriteArrayList<>();

        @Override
        public void onStop(Observation.Context context) {
            names.add(context.getContextualName());
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }
}

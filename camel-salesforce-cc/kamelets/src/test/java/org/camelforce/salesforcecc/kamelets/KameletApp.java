package org.camelforce.salesforcecc.kamelets;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.MessageHelper;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/** A Camel Main application of nothing but YAML routes and properties. */
final class KameletApp implements AutoCloseable {

    private static final String[] KAMELETS = {
        "salesforce-cc-source",
        "salesforce-cc-pubsub-source",
        "salesforce-cc-query-source",
        "salesforce-cc-upsert-sink",
        "salesforce-cc-create-sink",
        "salesforce-cc-delete-sink",
        "salesforce-cc-publish-sink"
    };

    private final Main main = new Main();

    private KameletApp() {}

    /** With the org's login for each Kamelet, as {@code camel.kamelet.<name>.<property>}. */
    static KameletApp start(SalesforceSimulator org, String routes, Map<String, String> properties) throws Exception {
        KameletApp app = new KameletApp();
        for (String kamelet : KAMELETS) {
            String prefix = "camel.kamelet." + kamelet + ".";
            app.main.addOverrideProperty(prefix + "loginUrl", org.getLoginUrl());
            app.main.addOverrideProperty(prefix + "clientId", org.getClientId());
            app.main.addOverrideProperty(prefix + "clientSecret", org.getClientSecret());
        }
        return app.started(routes, properties);
    }

    static KameletApp start(SalesforceSimulator org, String routes) throws Exception {
        return start(org, routes, Map.of());
    }

    /** With these properties only. */
    static KameletApp startBare(String routes, Map<String, String> properties) throws Exception {
        return new KameletApp().started(routes, properties);
    }

    private KameletApp started(String routes, Map<String, String> properties) throws Exception {
        properties.forEach(main::addOverrideProperty);
        main.configure().setRoutesIncludePattern("classpath:routes/" + routes + ".yaml");
        try {
            main.start();
            return this;
        } catch (Exception e) {
            main.stop();
            throw e;
        }
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    MockEndpoint mock(String name) {
        return context().getEndpoint("mock:" + name, MockEndpoint.class);
    }

    /** Hands the bodies of an operation to a listener as they are sent, lists as they are and others as text. */
    void onSending(String operation, Consumer<Object> listener) {
        context().getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof CamelEvent.ExchangeSendingEvent sending
                        && sending.getEndpoint().getEndpointUri().contains(operation)) {
                    Message message = sending.getExchange().getMessage();
                    if (message.getBody() instanceof List<?> bodies) {
                        listener.accept(bodies);
                    } else {
                        listener.accept(message.getBody(String.class));
                        MessageHelper.resetStreamCache(message);
                    }
                }
            }
        });
    }

    /** Sends to {@code direct:<name>} and waits for the answer. */
    String send(String name, Object body) {
        return context().createProducerTemplate().requestBody("direct:" + name, body, String.class);
    }

    @Override
    public void close() {
        main.stop();
    }
}

package org.camelforce.salesforcecc.events;

import java.util.concurrent.Callable;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.support.DefaultConsumer;
import org.camelforce.salesforcecc.session.ManagedSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a consumer when there is a token: at once if there is one, otherwise after the login in the background. */
final class Deferral {

    private static final Logger LOG = LoggerFactory.getLogger(Deferral.class);

    private Deferral() {}

    static void start(DefaultConsumer consumer, SalesforceEndpoint endpoint, Callable<Void> start) throws Exception {
        ManagedSession session = (ManagedSession) endpoint.getComponent().getSession();
        if (session.tokens().current().isPresent()) {
            start.call();
            return;
        }
        LOG.info("{} subscribes as soon as the login succeeds", consumer.getEndpoint());
        session.tokens().await().thenRun(() -> consumer.getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newThread("SalesforceCcDeferredStart", () -> run(consumer, start))
                .start());
    }

    private static void run(DefaultConsumer consumer, Callable<Void> start) {
        if (consumer.isStoppingOrStopped()) {
            return;
        }
        try {
            start.call();
        } catch (Exception e) {
            consumer.getExceptionHandler()
                    .handleException("Cannot subscribe to " + consumer.getEndpoint() + " after the login", e);
        }
    }
}

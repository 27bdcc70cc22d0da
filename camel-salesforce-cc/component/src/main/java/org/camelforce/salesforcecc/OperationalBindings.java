package org.camelforce.salesforcecc;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.internal.console.SalesforceCcDevConsole;
import org.camelforce.salesforcecc.internal.health.HealthChecks;
import org.camelforce.salesforcecc.internal.session.SalesforceConnection;
import org.camelforce.salesforcecc.internal.subscription.SubscriptionManager;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator sees of one component, from its start to its stop. */
final class OperationalBindings implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OperationalBindings.class);

    private final List<AutoCloseable> open = new ArrayList<>();

    OperationalBindings(
            CamelContext context, String name, SalesforceConnection connection, SubscriptionManager subscriptions) {
        open.add(new HealthChecks(
                context,
                name,
                connection.orgLogin(),
                connection.requests(),
                subscriptions,
                TokenTime.system().ticker()));
        open.add(
                new SalesforceCcDevConsole(context, name, connection.orgLogin(), connection.requests(), subscriptions));
        open.addAll(MicrometerBinding.bind(context, name, connection, subscriptions));
    }

    @Override
    public void close() {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                LOG.warn("A signal could not be taken down: {}", e.toString());
            }
        }
    }
}

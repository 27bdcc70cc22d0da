package org.camelforce.salesforcecc.internal.subscription;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.StatefulService;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An exchange that an Error has thrown out of its routes. Camel's own clean-up is not run then: Camel would count the
 * exchange for ever in each route that it was in, and wait for it whenever one of them stops.
 */
final class AbortedExchange {

    private static final Logger LOG = LoggerFactory.getLogger(AbortedExchange.class);

    private AbortedExchange() {}

    /** Does what Camel does when an exchange leaves its routes, the inner ones first, whatever is thrown by it. */
    static void end(Exchange exchange) {
        UnitOfWork work = exchange.getUnitOfWork();
        if (work == null) {
            return;
        }
        for (Route left = work.popRoute(); left != null; left = work.popRoute()) {
            leave(left, exchange, work);
        }
        if (!attempt(exchange, () -> work.done(exchange))) {
            // its last step, which has not been reached
            exchange.getContext().getInflightRepository().remove(exchange);
        }
    }

    private static void leave(Route left, Exchange exchange, UnitOfWork work) {
        attempt(exchange, () -> work.afterRoute(exchange, left));
        left.getCamelContext().getInflightRepository().remove(exchange, left.getRouteId());
        if (left.getRoutePolicyList() == null) {
            return;
        }
        for (RoutePolicy policy : left.getRoutePolicyList()) {
            if (!(policy instanceof StatefulService service) || service.isRunAllowed()) {
                attempt(exchange, () -> policy.onExchangeDone(left, exchange));
            }
        }
    }

    /** Returns whether nothing was thrown. */
    private static boolean attempt(Exchange exchange, Runnable step) {
        try {
            step.run();
            return true;
        } catch (Throwable e) {
            LOG.warn("The end of exchange {} failed: {}", exchange.getExchangeId(), e.toString());
            return false;
        }
    }
}

package org.camelforce.salesforcecc.internal.operation;

import java.io.Closeable;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;

/** Closes what a route has got of an answer, and has not read to its end. */
public final class ExchangeEnd {

    private ExchangeEnd() {}

    /**
     * Closes something when an exchange ends that runs through a route. Who calls an endpoint with a producer template
     * gets the body after the end of the exchange, and closes it.
     *
     * @param exchange whose end it is; its completions may be handed over to another one
     * @param open is closed
     */
    public static void closes(Exchange exchange, Closeable open) {
        if (ExchangeHelper.getRoute(exchange) != null) {
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange ended) {
                    IOHelper.close(open);
                }
            });
        }
    }
}

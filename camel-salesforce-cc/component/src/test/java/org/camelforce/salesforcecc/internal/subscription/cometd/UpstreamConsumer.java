package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.StreamingApiConsumer;
import org.apache.camel.component.salesforce.internal.streaming.SubscriptionHelper;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSessionChannel;

/** Upstream's consumer without a connection: what it makes of one message. */
final class UpstreamConsumer {

    private static final ClientSessionChannel CHANNEL = (ClientSessionChannel) Proxy.newProxyInstance(
            UpstreamConsumer.class.getClassLoader(),
            new Class<?>[] {ClientSessionChannel.class},
            (proxy, method, arguments) -> null);

    private UpstreamConsumer() {}

    static Exchange exchangeFor(SalesforceEndpoint endpoint, Message message) {
        List<Exchange> exchanges = new ArrayList<>();
        StreamingApiConsumer consumer = new StreamingApiConsumer(endpoint, exchanges::add, new NotConnected(endpoint));
        consumer.start();
        consumer.processMessage(CHANNEL, message);
        return exchanges.get(0);
    }

    private static final class NotConnected extends SubscriptionHelper {

        NotConnected(SalesforceEndpoint endpoint) {
            super(endpoint.getComponent());
        }

        @Override
        protected void doStart() {}

        @Override
        public void subscribe(StreamingApiConsumer consumer) {}
    }
}

package org.camelforce.salesforcecc.reliability.child;

import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.events.position.ReplayStore;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.reliability.recording.OrgAddress;
import org.camelforce.salesforcecc.reliability.recording.Recorder;
import org.jspecify.annotations.Nullable;

/** A context with one route. */
final class CamelConsumer implements Consumer {

    private static final int WORKERS = 4;
    private static final int STOP_SECONDS = 20;

    private final ConsumerSettings settings;
    private final Recorder recorder;
    private final CamelContext context = new DefaultCamelContext();

    CamelConsumer(ConsumerSettings settings, ReplayStore positions, Recorder recorder) {
        this.settings = settings;
        this.recorder = recorder;
        context.getRegistry().bind("positions", positions);
        context.getShutdownStrategy().setTimeout(STOP_SECONDS);
    }

    @Override
    public void start() throws Exception {
        boolean upstream = settings.kind() == ConsumerKind.SALESFORCE;
        context.addComponent(scheme(), upstream ? upstream() : ours());
        context.addRoutes(new Route(uri(), recorder, workers()));
        context.start();
    }

    @Override
    public void close() {
        context.stop();
    }

    private @Nullable ScheduledExecutorService workers() {
        return settings.parallel()
                ? context.getExecutorServiceManager().newScheduledThreadPool(this, "work", WORKERS)
                : null;
    }

    private SalesforceCcComponent ours() {
        SalesforceCcComponent component = new SalesforceCcComponent();
        configure(component);
        return component;
    }

    private SalesforceComponent upstream() {
        SalesforceComponent component = new SalesforceComponent();
        component.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
        configure(component);
        if (settings.protocol() == Protocol.COMETD) {
            // its cookie store keeps nothing for a host without a dot
            String url = settings.org().loginUrl().replace("//localhost:", "//127.0.0.1:");
            component.setLoginUrl(url);
            component.setInstanceUrl(url);
        }
        return component;
    }

    private void configure(SalesforceComponent component) {
        OrgAddress org = settings.org();
        component.setLoginUrl(org.loginUrl());
        component.setClientId(org.clientId());
        component.setClientSecret(org.clientSecret());
        component.setPubSubHost(org.pubSubHost());
        component.setPubSubPort(org.pubSubPort());
    }

    private String scheme() {
        return settings.kind() == ConsumerKind.SALESFORCE ? "salesforce" : "salesforce-cc";
    }

    private String uri() {
        String options =
                switch (settings.protocol()) {
                    case COMETD -> ":subscribe:" + settings.org().channel() + "?rawPayload=true";
                    case PUBSUB -> ":pubSubSubscribe:" + settings.org().channel() + "?pubSubDeserializeType=JSON";
                    case MANAGED ->
                        ":pubSubSubscribe:" + settings.org().channel()
                                + "?pubSubDeserializeType=JSON&managedSubscription=" + settings.subscription()
                                + "&commitInterval=200";
                };
        String positions = settings.kind() == ConsumerKind.SALESFORCE_CC && settings.protocol() != Protocol.MANAGED
                ? "&durable=true&replayStore=#positions&commitInterval=200&subscriptionName=" + settings.subscription()
                : "";
        return scheme() + options + positions + "&backoffIncrement=200&maxBackoff=5000"
                + (settings.parallel() ? "&consumerWorkerPoolEnabled=true" : "");
    }
}

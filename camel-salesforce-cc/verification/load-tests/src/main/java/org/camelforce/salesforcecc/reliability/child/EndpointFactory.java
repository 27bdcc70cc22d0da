package org.camelforce.salesforcecc.reliability.child;

import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.reliability.recording.OrgAddress;

/** The component and the endpoint that settings ask for. */
public final class EndpointFactory {

    /** Under what name the store of positions has to be in the registry. */
    public static final String POSITIONS = "positions";

    private EndpointFactory() {}

    /**
     * @param settings the settings
     * @return a component for {@link #scheme}
     */
    public static SalesforceComponent component(ConsumerSettings settings) {
        boolean upstream = settings.kind() == ConsumerKind.SALESFORCE;
        SalesforceComponent component = upstream ? new SalesforceComponent() : new SalesforceCcComponent();
        OrgAddress org = settings.org();
        component.setLoginUrl(org.loginUrl());
        component.setClientId(org.clientId());
        component.setClientSecret(org.clientSecret());
        component.setPubSubHost(org.pubSubHost());
        component.setPubSubPort(org.pubSubPort());
        if (upstream) {
            component.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
        }
        return component;
    }

    /**
     * @param settings the settings
     * @return the endpoint's scheme
     */
    public static String scheme(ConsumerSettings settings) {
        return settings.kind() == ConsumerKind.SALESFORCE ? "salesforce" : "salesforce-cc";
    }

    /**
     * @param settings the settings
     * @return the endpoint's URI; if it is durable, its positions are in the bean {@link #POSITIONS}
     */
    public static String uri(ConsumerSettings settings) {
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
                ? "&durable=true&replayStore=#" + POSITIONS + "&commitInterval=200&subscriptionName="
                        + settings.subscription()
                : "";
        return scheme(settings) + options + positions + "&backoffIncrement=200&maxBackoff=2000"
                + (settings.parallel() ? "&consumerWorkerPoolEnabled=true" : "");
    }
}

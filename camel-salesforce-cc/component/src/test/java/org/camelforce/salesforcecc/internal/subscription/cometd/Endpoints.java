package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.util.Map;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.internal.OperationName;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.dto.Account;

/** Endpoints of a component that is not started, and so needs no org. */
final class Endpoints {

    private final SalesforceComponent component = new SalesforceComponent() {
        @Override
        public Map<String, Class<?>> getClassMap() {
            return Map.of("Account", Account.class);
        }
    };

    Endpoints() {
        component.setCamelContext(new DefaultCamelContext());
        component.setConfig(new SalesforceEndpointConfig());
    }

    SalesforceEndpoint of(String topic, SalesforceEndpointConfig config) {
        SalesforceEndpoint endpoint = new SalesforceEndpoint(
                "salesforce:subscribe:" + topic, component, config, OperationName.SUBSCRIBE, topic);
        endpoint.setCamelContext(component.getCamelContext());
        return endpoint;
    }

    SalesforceEndpoint of(String topic) {
        return of(topic, new SalesforceEndpointConfig());
    }
}

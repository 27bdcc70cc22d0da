package org.camelforce.salesforcecc.reliability.health;

import java.time.Duration;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.EndpointUriFactory;

/** Options of endpoints that not every version of the component has. */
public final class SubscriptionSettings {

    private static final String SCHEME = "salesforce-cc";

    private SubscriptionSettings() {}

    /**
     * @param context a context with the component
     * @param after after how long without a movement a subscription's check is to be DOWN
     * @return the option as part of a URI, with a leading {@code &}; empty if the component does not have it
     */
    public static String stallAfter(CamelContext context, Duration after) {
        return option(context, "stallAfter", after.toMillis());
    }

    /**
     * @param context a context with the component
     * @param name an option of an endpoint
     * @param value its value
     * @return the option as part of a URI, with a leading {@code &}; empty if the component does not have it
     */
    public static String option(CamelContext context, String name, Object value) {
        EndpointUriFactory factory = context.getCamelContextExtension().getEndpointUriFactory(SCHEME);
        Set<String> known = factory == null ? Set.of() : factory.propertyNames();
        return known.contains(name) ? "&" + name + "=" + value : "";
    }
}

package org.camelforce.salesforcecc;

import java.time.Duration;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.internal.connection.ConnectionOwner;
import org.camelforce.salesforcecc.internal.request.ApiClient;
import org.camelforce.salesforcecc.internal.request.OrgLogin;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.eclipse.jetty.client.HttpClient;

/** Contexts and components for a simulator's org. */
public final class TestContexts {

    private TestContexts() {}

    /** The three options that are enough, and a short delay between the attempts of a login. */
    public static SalesforceCcComponent component(SalesforceSimulator org) {
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        component.getTokenPolicy().setLoginRetryDelay(Duration.ofMillis(100));
        return component;
    }

    /** Upstream's component with the same grant. */
    public static SalesforceComponent upstream(SalesforceSimulator org) {
        SalesforceComponent component = new SalesforceComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        component.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
        return component;
    }

    static CamelContext contextWith(SalesforceCcComponent component) {
        CamelContext context = new DefaultCamelContext();
        context.addComponent("salesforce-cc", component);
        return context;
    }

    static CamelContext started(SalesforceSimulator org) {
        CamelContext context = contextWith(component(org));
        context.start();
        return context;
    }

    /** Route {@code orders}, subscribed to {@code Order__e}. */
    static RouteBuilder orders() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("salesforce-cc:subscribe:/event/Order__e")
                        .routeId("orders")
                        .to("mock:orders");
            }
        };
    }

    /** The value of the token that a started component uses. */
    public static String token(SalesforceCcComponent component) {
        return orgLogin(component).tokens().current().orElseThrow().token().value();
    }

    /** The HTTP client of a started component. */
    public static HttpClient httpClient(SalesforceCcComponent component) {
        return Objects.requireNonNull(component.connectionOrNull()).httpClient();
    }

    /** Sends the requests of a started component. */
    public static ApiClient apiClient(SalesforceCcComponent component) {
        return Objects.requireNonNull(component.connectionOrNull()).apiClient();
    }

    /** Whose connections the requests of a started component have. */
    public static ConnectionOwner connections(SalesforceCcComponent component) {
        return Objects.requireNonNull(component.connectionOrNull()).connections();
    }

    /** Which org a started component asks, and with which token. */
    public static OrgLogin orgLogin(SalesforceCcComponent component) {
        return Objects.requireNonNull(component.connectionOrNull()).orgLogin();
    }
}

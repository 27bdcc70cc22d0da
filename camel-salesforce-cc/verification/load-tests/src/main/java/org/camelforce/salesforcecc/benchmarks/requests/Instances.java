package org.camelforce.salesforcecc.benchmarks.requests;

import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.camelforce.salesforcecc.SalesforceCcComponent;

/** Instances of a component, each of another org, which is an address of the loopback network. */
final class Instances {

    private static final int IN_A_BLOCK = 250;

    private Instances() {}

    /** {@return one that has not been started} */
    static SalesforceComponent component(Side side, int number, int port) {
        SalesforceComponent component = component(side);
        component.setLoginUrl("http://" + host(number) + ":" + port);
        component.setClientId("key");
        component.setClientSecret("secret");
        return component;
    }

    /** {@return the address of an org} */
    static String host(int number) {
        return "127.0." + number / IN_A_BLOCK + "." + (number % IN_A_BLOCK + 1);
    }

    private static SalesforceComponent component(Side side) {
        if (side == Side.SALESFORCE_CC) {
            return new SalesforceCcComponent();
        }
        SalesforceComponent component = new SalesforceComponent();
        component.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
        return component;
    }
}

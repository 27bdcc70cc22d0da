package org.camelforce.salesforcecc.simulator.cli;

import java.io.PrintWriter;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/** What the program says when the org is up. */
final class Announcement {

    private static final String PROPERTY = "camel.component.salesforce-cc.";

    private Announcement() {}

    static void print(SalesforceSimulator simulator, PrintWriter out) {
        out.println("Salesforce org " + simulator.org().id() + " is up at " + simulator.getLoginUrl() + ", API version "
                + simulator.getApiVersion() + ", Run As user "
                + simulator.app().runAsUsername().orElse("none") + ".");
        out.println();
        out.println("Properties to copy:");
        out.println(PROPERTY + "login-url=" + simulator.getLoginUrl());
        out.println(PROPERTY + "client-id=" + simulator.getClientId());
        out.println(PROPERTY + "client-secret=" + simulator.getClientSecret());
        out.println();
        out.println("The same as environment variables:");
        out.println("SALESFORCE_LOGIN_URL=" + simulator.getLoginUrl());
        out.println("SALESFORCE_CLIENT_ID=" + simulator.getClientId());
        out.println("SALESFORCE_CLIENT_SECRET=" + simulator.getClientSecret());
        out.println();
        out.println("Stop it with Ctrl-C.");
        out.flush();
    }
}

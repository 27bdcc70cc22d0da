package org.camelforce.salesforcecc.simulator.cli;

import java.io.PrintWriter;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.jspecify.annotations.Nullable;

/** What the program says when the org is up. */
final class Announcement {

    private static final String PROPERTY = "camel.component.salesforce-cc.";

    private Announcement() {}

    static void print(SalesforceSimulator simulator, @Nullable KeyOfRun key, boolean pubSub, PrintWriter out) {
        out.println("Salesforce org " + simulator.org().id() + " is up at " + simulator.getLoginUrl() + ", API version "
                + simulator.getApiVersion() + ", Run As user "
                + simulator.app().runAsUsername().orElse("none") + ".");
        simulator
                .getConsoleUrl()
                .ifPresent(url -> out.println("See what happens in it, and let things go wrong, at " + url));
        out.println();
        out.println("Properties to copy:");
        out.println(PROPERTY + "login-url=" + simulator.getLoginUrl());
        out.println(PROPERTY + "client-id=" + simulator.getClientId());
        out.println(PROPERTY + "client-secret=" + simulator.getClientSecret());
        if (pubSub) {
            out.println(PROPERTY + "pub-sub-host=" + simulator.getPubSubHost());
            out.println(PROPERTY + "pub-sub-port=" + simulator.getPubSubPort());
        }
        out.println();
        out.println("The same as environment variables:");
        out.println("SALESFORCE_LOGIN_URL=" + simulator.getLoginUrl());
        out.println("SALESFORCE_CLIENT_ID=" + simulator.getClientId());
        out.println("SALESFORCE_CLIENT_SECRET=" + simulator.getClientSecret());
        if (key != null) {
            out.println();
            out.println("Arguments of the client's JVM, which make it trust the certificate of this run:");
            out.println(key.trustingArguments());
            out.println();
            out.println("The certificate for clients that take PEM: " + key.certificate());
        }
        out.println();
        out.println("Stop it with Ctrl-C.");
        out.flush();
    }
}

package org.camelforce.salesforcecc.internal.console;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.camelforce.salesforcecc.internal.request.OrgLogin;
import org.camelforce.salesforcecc.internal.session.RequestStatistics;
import org.camelforce.salesforcecc.internal.subscription.SubscriptionManager;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;

/**
 * One component's section of Camel's developer console: token, login, requests and subscriptions, as text and as JSON.
 * Its id is the component's name. No value is a token or a secret.
 */
public final class SalesforceCcDevConsole extends AbstractDevConsole implements AutoCloseable {

    private final OrgLogin login;
    private final RequestStatistics requests;
    private final SubscriptionManager subscriptions;
    private final @Nullable DevConsoleRegistry registry;

    /**
     * Adds the section to the context's console, if it has one.
     *
     * @param camelContext the context
     * @param component the component's name in the context
     * @param login its login
     * @param requests what is known of its requests
     * @param subscriptions its subscriptions
     */
    @SuppressWarnings("this-escape")
    public SalesforceCcDevConsole(
            CamelContext camelContext,
            String component,
            OrgLogin login,
            RequestStatistics requests,
            SubscriptionManager subscriptions) {
        super("camel", component, "Salesforce CC: " + component, "Login and subscriptions of a Salesforce component");
        this.login = login;
        this.requests = requests;
        this.subscriptions = subscriptions;
        this.registry = camelContext.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        setCamelContext(camelContext);
        if (registry != null) {
            registry.register(this);
        }
    }

    /** Takes the section out of the console. */
    @Override
    public void close() {
        if (registry != null) {
            registry.unregister(this);
        }
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonObject section = new JsonObject();
        section.put("login", LoginView.of(login.tokens().status()));
        section.put("requests", RequestsView.of(requests));
        JsonArray all = new JsonArray();
        for (SubscriptionStatus status : subscriptions.statuses()) {
            all.add(SubscriptionView.of(status));
        }
        section.put("subscriptions", all);
        return section;
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        append(text, "Login", LoginView.of(login.tokens().status()));
        append(text, "Requests", RequestsView.of(requests));
        for (SubscriptionStatus status : subscriptions.statuses()) {
            append(text, "Subscription " + status.id(), SubscriptionView.of(status));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String title, Map<String, Object> values) {
        text.append(title).append('\n');
        values.forEach((name, value) ->
                text.append("    ").append(name).append(": ").append(value).append('\n'));
    }
}

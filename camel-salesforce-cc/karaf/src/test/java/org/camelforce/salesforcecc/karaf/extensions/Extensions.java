package org.camelforce.salesforcecc.karaf.extensions;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.token.TokenEvent;

/** A durable subscription whose bundle decides about gaps, and watches its login. */
final class Extensions extends RouteBuilder implements ExtensionsMXBean {

    private final GapReport report = new GapReport();
    private final List<String> losses = new CopyOnWriteArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private final List<String> orders = new CopyOnWriteArrayList<>();

    Extensions(CamelContext context) {
        super(context);
    }

    /** Starts the context with the routes, once everything that they refer to is there. */
    void start(ReplayStore positions) throws Exception {
        CamelContext camel = getContext();
        camel.getRegistry().bind("positions", positions);
        // tag::start[]
        camel.getRegistry().bind("gapReport", report);
        camel.start();
        SalesforceCcComponent salesforce = camel.getComponent("salesforce-cc", SalesforceCcComponent.class);
        salesforce.login().addEventListener(this::loginChanged);
        salesforce.subscriptions().addListener((subscription, event) -> subscriptionChanged(event));
        camel.addRoutes(this);
        // end::start[]
    }

    @Override
    public void configure() {
        // tag::route[]
        from("salesforce-cc:subscribe:/event/Order__e?rawPayload=true&durable=true&subscriptionName=extensions"
                        + "&replayStore=#bean:positions&replayGapPolicy=#bean:gapReport")
                .process(exchange -> orders.add(exchange.getMessage().getBody(String.class)));
        // end::route[]
    }

    @Override
    public List<String> getGaps() {
        return report.gaps();
    }

    @Override
    public List<String> getLosses() {
        return losses;
    }

    @Override
    public List<String> getLogins() {
        return logins;
    }

    @Override
    public List<String> getOrders() {
        return orders;
    }

    private void loginChanged(TokenEvent event) {
        if (event instanceof TokenEvent.LoginSucceeded login) {
            logins.add(login.reason() + " " + login.installed().fingerprint());
        }
    }

    private void subscriptionChanged(SubscriptionEvent event) {
        if (event instanceof SubscriptionEvent.Gap gap) {
            losses.add(gap.gap().window() + ", continues with " + gap.decision());
        }
    }
}

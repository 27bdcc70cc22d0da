package org.camelforce.salesforcecc.guide.snippets;

import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;

public final class GapAlarm {

    private GapAlarm() {}

    public static void addTo(SalesforceCcComponent salesforce, Runnable alarm) {
        // tag::listener[]
        salesforce.subscriptions().addListener((subscription, event) -> {
            if (event instanceof SubscriptionEvent.Gap || event instanceof SubscriptionEvent.Failed) {
                alarm.run();
            }
        });
        // end::listener[]
    }
}

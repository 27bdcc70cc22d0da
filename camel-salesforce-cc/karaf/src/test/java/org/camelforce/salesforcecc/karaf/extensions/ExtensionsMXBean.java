package org.camelforce.salesforcecc.karaf.extensions;

import java.util.List;

/** What the policy and the listeners of a bundle have been told since it was started. */
public interface ExtensionsMXBean {

    /** The gaps that the policy decided about. */
    List<String> getGaps();

    /** The gaps that the listener of subscriptions was told of, with what was decided. */
    List<String> getLosses();

    /** The logins that the listener of the login was told of. */
    List<String> getLogins();

    /** The events that the route has processed. */
    List<String> getOrders();
}

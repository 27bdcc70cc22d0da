package org.camelforce.salesforcecc.observability;

import java.util.Locale;

/** The tags of meters. Each has few values in the life of a process. */
public enum MeterTag {
    /** Name of the component in its context, {@code salesforce-cc} or what the user calls it. */
    COMPONENT("component"),
    /**
     * Why a login was made: {@code initial}, {@code rejected}, {@code expiring}, {@code manual}, {@code relocated}. Why
     * a request was retried: {@code record_locked}; {@code request_limit}, too many at the same time;
     * {@code unavailable}, a status from 500 on; {@code no_answer}; {@code no_login}, no token to send it with.
     */
    REASON("reason"),
    /**
     * What came of a login: {@code success}, {@code denied}, {@code unavailable}. What came of a request:
     * {@code success}; {@code rejected}, a status below 500; {@code unavailable}, a status from 500 on;
     * {@code no_answer}; {@code no_login}, no token to send it with.
     */
    OUTCOME("outcome"),
    /** The operation of a request, as in the URI of an endpoint, for example {@code createSObject}. */
    OPERATION("operation"),
    /**
     * The object of a request, for example {@code Account}; {@code none} if it is not about one, {@code other} for
     * objects after the first hundred.
     */
    OBJECT("object"),
    /** Why a stream ended: a constant of {@code StreamEnd.Kind} in lower case. */
    CAUSE("cause"),
    /** Name of the subscription: option {@code subscriptionName}, or the ID of the route. */
    SUBSCRIPTION("subscription"),
    /** Channel of the subscription, for example {@code /event/Order__e}. */
    CHANNEL("channel");

    private final String key;

    MeterTag(String key) {
        this.key = key;
    }

    /** @return the tag's key */
    public String key() {
        return key;
    }

    /**
     * Returns the value that a tag has for a constant.
     *
     * @param constant any constant
     * @return its name in lower case
     */
    public static String value(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

package org.camelforce.salesforcecc.observability;

import org.slf4j.spi.LoggingEventBuilder;

/**
 * What the component logs about logins, requests and subscriptions, for those who search, count or alert on log lines.
 * Each line carries the key {@value #NAME} with the name from here, and the other keys that the constant names; they
 * are key-value pairs of SLF4J 2, which encoders for structured logs print as fields. The text of a line may change
 * from release to release, names and keys do not. No value is a token or a secret.
 */
public enum LogEvent {
    /** INFO. A login has yielded a token: {@code token}, {@code org}, {@code user}, {@code reason}, {@code ms}. */
    LOGIN_SUCCEEDED("salesforce.cc.login.succeeded"),
    /** INFO. Another pair of key and secret works than before: {@code credentials}, {@code before}. */
    LOGIN_CREDENTIALS_CHANGED("salesforce.cc.login.credentials.changed"),
    /** WARN. Salesforce could not be asked, or not now: {@code reason}, {@code usable}, {@code retry.ms}. */
    LOGIN_FAILED("salesforce.cc.login.failed"),
    /** WARN. Salesforce denies the login until a setting changes: {@code cause}, {@code reason}, {@code usable}. */
    LOGIN_DENIED("salesforce.cc.login.denied"),
    /** DEBUG. A caller needs a login, but the next login is not due yet: {@code retry.ms}. */
    LOGIN_THROTTLED("salesforce.cc.login.throttled"),
    /** DEBUG. The expiry of the token has changed without a login: {@code token}, {@code expires}. */
    TOKEN_EXPIRY_EXTENDED("salesforce.cc.token.expiry.extended"),
    /** INFO. Salesforce rejected the token in use: {@code token}. */
    TOKEN_REJECTED("salesforce.cc.token.rejected"),
    /** WARN. The Run As user of the app has changed: {@code user}, {@code before}. */
    RUN_AS_USER_CHANGED("salesforce.cc.run.as.user.changed"),
    /**
     * WARN, up to ten a minute. A request took longer than option {@code slowRequestThreshold}: {@code operation},
     * {@code object}, {@code outcome}, {@code status}, {@code ms}, and {@code unlogged}, how many more there were since
     * the last line.
     */
    REQUEST_SLOW("salesforce.cc.request.slow"),
    /**
     * DEBUG. A request has failed and is sent again after a pause: {@code operation}, {@code object}, {@code reason},
     * {@code attempt}, the number of the one that failed, and {@code retry.ms}.
     */
    REQUEST_RETRIED("salesforce.cc.request.retried"),
    /** INFO. Salesforce has accepted a subscription. */
    SUBSCRIPTION_OPENED("salesforce.cc.subscription.opened"),
    /** WARN; INFO if the token or the route was the cause. Another stream follows: {@code cause}, {@code retry.ms}. */
    SUBSCRIPTION_LOST("salesforce.cc.subscription.lost"),
    /** WARN. Events might be lost: {@code window}. */
    SUBSCRIPTION_GAP("salesforce.cc.subscription.gap"),
    /** WARN. Events that had failed did not come again: {@code events}, their number. */
    SUBSCRIPTION_MISSED("salesforce.cc.subscription.missed"),
    /** WARN. An event that failed too often has been given up: {@code replay.id} and {@code failures}. */
    SUBSCRIPTION_EXHAUSTED("salesforce.cc.subscription.exhausted"),
    /** WARN. The route has had an event for too long: {@code replay.id} and {@code seconds}. */
    SUBSCRIPTION_OVERDUE("salesforce.cc.subscription.overdue"),
    /**
     * WARN for the first time, then after 2, 4, 8 and so on; DEBUG between. The store failed to keep a position, and is
     * tried again: {@code attempts} so far.
     */
    SUBSCRIPTION_COMMIT_FAILED("salesforce.cc.subscription.commit.failed"),
    /** INFO. The store has kept a position after failures: {@code attempts} that failed. */
    SUBSCRIPTION_COMMIT_RECOVERED("salesforce.cc.subscription.commit.recovered"),
    /** INFO. Events older than the start of a subscription to new ones: {@code events}, their number. */
    SUBSCRIPTION_PASSED_OVER("salesforce.cc.subscription.passed.over"),
    /** ERROR. A subscription has ended until its route is started again. */
    SUBSCRIPTION_FAILED("salesforce.cc.subscription.failed");

    /** The key under which each line has its name. */
    public static final String NAME = "event.name";

    private final String id;

    LogEvent(String id) {
        this.id = id;
    }

    /** @return the name */
    public String id() {
        return id;
    }

    /**
     * @param line a line of the right level
     * @return the same line, with its name
     */
    public LoggingEventBuilder on(LoggingEventBuilder line) {
        return line.addKeyValue(NAME, id);
    }
}

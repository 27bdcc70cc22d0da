package org.camelforce.salesforcecc;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.doctor.SalesforceCcDoctor;
import org.camelforce.salesforcecc.internal.session.ApiUsage;
import org.camelforce.salesforcecc.internal.session.SalesforceConnection;
import org.camelforce.salesforcecc.subscription.SalesforceSubscriptions;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.camelforce.salesforcecc.token.SalesforceLogin;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenStatus;
import org.jspecify.annotations.Nullable;

/**
 * Attributes and operations of the component in JMX: the MBean of type {@code components} with the component's name. No
 * attribute is a token or a secret. Attributes are null where nothing is known.
 */
@ManagedResource(description = "Salesforce, logged in with a consumer key and secret")
public abstract class SalesforceCcManagement extends SalesforceCcOptions {

    /** Creates the component; the context is set when it is added to one. */
    protected SalesforceCcManagement() {}

    /**
     * Returns the login of this component, to watch and steer it.
     *
     * @return the login, which other components with the same settings share; not to be used after the component has
     *     been stopped
     * @throws IllegalStateException if the component is not started
     */
    public abstract SalesforceLogin login();

    /**
     * Returns the subscriptions of this component, to watch them.
     *
     * @return the subscriptions; not to be used after the component has been stopped
     * @throws IllegalStateException if the component is not started
     */
    public abstract SalesforceSubscriptions subscriptions();

    /**
     * Sets up the examination of this component's login, whether it is started or not, with its options: login URL, the
     * pairs that its credentials yield at the moment, hosts, TLS, proxy and time-outs. Asks the credentials' source,
     * which may block.
     *
     * @return a doctor, which has examined nothing yet
     * @throws IllegalArgumentException if an option cannot work; the message names it
     * @throws IllegalStateException if there is no consumer key and secret, because another strategy logs in
     * @throws Exception if credentials or TLS settings cannot be read
     */
    public abstract SalesforceCcDoctor doctor() throws Exception;

    /** The bean that the user has set, or null; a started component has one of its own. */
    abstract @Nullable SalesforceLoginConfig userLoginConfig();

    /** Null while the component is stopped. */
    abstract @Nullable SalesforceConnection connectionOrNull();

    /** @return whether there is a token that Salesforce has not rejected */
    @ManagedAttribute(description = "Whether there is a token that Salesforce has not rejected")
    public boolean isTokenUsable() {
        TokenStatus now = status();
        return now != null && now.usable();
    }

    /** @return first eight hex digits of the token's SHA-256 */
    @ManagedAttribute(description = "First eight hex digits of the token's SHA-256")
    public @Nullable String getTokenFingerprint() {
        TokenEntry entry = entry();
        return entry == null ? null : entry.fingerprint();
    }

    /** @return seconds since the login that returned the token last */
    @ManagedAttribute(description = "Seconds since the login that returned the token last")
    public @Nullable Long getTokenAgeSeconds() {
        TokenStatus now = status();
        return now == null || now.age() == null ? null : now.age().toSeconds();
    }

    /** @return seconds until the next renewal or question in the background */
    @ManagedAttribute(description = "Seconds until the next renewal or question in the background")
    public @Nullable Long getTokenRenewalInSeconds() {
        TokenStatus now = status();
        return now == null || now.renewalIn() == null ? null : now.renewalIn().toSeconds();
    }

    /** @return why the last successful login was made */
    @ManagedAttribute(description = "Why the last successful login was made")
    public @Nullable String getLastLoginReason() {
        TokenStatus now = status();
        return now == null || now.lastReason() == null ? null : now.lastReason().name();
    }

    /** @return what the last login failed with, null if it succeeded */
    @ManagedAttribute(description = "What the last login failed with")
    public @Nullable String getLastLoginFailure() {
        TokenStatus now = status();
        LoginException failure = now == null ? null : now.lastFailure();
        return failure == null ? null : failure.getMessage();
    }

    /** @return what is left of the login budget */
    @ManagedAttribute(description = "What is left of the login budget")
    public @Nullable Integer getLoginsLeft() {
        TokenStatus now = status();
        return now == null ? null : now.loginsLeft();
    }

    /** @return id of the org */
    @ManagedAttribute(description = "ID of the org")
    public @Nullable String getOrgId() {
        TokenEntry entry = entry();
        return entry == null ? null : entry.token().orgId();
    }

    /** @return id of the Run As user */
    @ManagedAttribute(description = "ID of the Run As user")
    public @Nullable String getRunAsUserId() {
        TokenEntry entry = entry();
        return entry == null ? null : entry.token().userId();
    }

    /** @return how many of the org's API requests of the last 24 hours are left */
    @ManagedAttribute(description = "How many of the org's API requests of the last 24 hours are left")
    public @Nullable Long getApiRequestsLeft() {
        SalesforceConnection connection = connectionOrNull();
        return connection == null
                ? null
                : connection.requests().apiUsage().map(ApiUsage::left).orElse(null);
    }

    /**
     * Logs in again and waits for it, at most as long as a request may take. The token in use stays in use until then.
     *
     * @return what came of it, for display
     * @throws InterruptedException if the thread is interrupted; the login goes on
     */
    @ManagedOperation(description = "Log in again now; the token in use stays in use until then")
    public String renewNow() throws InterruptedException {
        SalesforceConnection connection = connectionOrNull();
        if (connection == null) {
            return "The component is stopped";
        }
        try {
            TokenEntry entry = connection
                    .orgLogin()
                    .tokens()
                    .renewNow()
                    .get(connection.orgLogin().timeoutMillis(), TimeUnit.MILLISECONDS);
            return "The token is now " + entry.fingerprint();
        } catch (TimeoutException | ExecutionException e) {
            return String.valueOf(LoginException.of(e).getMessage());
        }
    }

    /**
     * Forgets the token without ending its session; a login follows at once, or with the next request if it is lazy.
     */
    @ManagedOperation(description = "Forget the token, without ending its session, and log in again")
    public void forgetToken() {
        SalesforceConnection connection = connectionOrNull();
        if (connection != null) {
            connection.orgLogin().tokens().forget();
        }
    }

    /** @return a line for each subscription: name and channel, state, the position and how far behind it is */
    @ManagedOperation(description = "The subscriptions with their state and position")
    public List<String> showPositions() {
        return connectionOrNull() == null
                ? List.of()
                : subscriptions().statuses().stream()
                        .map(SalesforceCcManagement::line)
                        .sorted()
                        .toList();
    }

    private static String line(SubscriptionStatus status) {
        return status.id() + ": " + status.state() + ", "
                + (status.stored() == null
                        ? "no position"
                        : "position " + status.stored().replayId() + " reached at "
                                + status.stored().at())
                + ", " + status.commitLag() + " events not committed";
    }

    private @Nullable TokenEntry entry() {
        TokenStatus now = status();
        return now == null ? null : now.entry();
    }

    private @Nullable TokenStatus status() {
        SalesforceConnection connection = connectionOrNull();
        return connection == null ? null : connection.orgLogin().tokens().status();
    }
}

package org.camelforce.salesforcecc.health;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginRejectedException;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenStatus;
import org.jspecify.annotations.Nullable;

/**
 * Readiness of one component: DOWN while there is no token that works and logins fail, with the remedy. A failed
 * renewal of a token that still works leaves it UP, because the routes work, and shows in the details. Its id is
 * {@code salesforce-cc:<name of the component>}. The details are the constants of this class; none holds a token or
 * secret.
 */
public final class LoginHealthCheck extends AbstractHealthCheck {

    /** First eight hex digits of the token's SHA-256. */
    public static final String TOKEN_FINGERPRINT = "token.fingerprint";
    /** Seconds since the login that returned the token last. */
    public static final String TOKEN_AGE_SECONDS = "token.age.seconds";
    /** When the token expires, as far as that is known. */
    public static final String TOKEN_EXPIRES_AT = "token.expires.at";
    /** Where the expiry is known from. */
    public static final String TOKEN_EXPIRY_SOURCE = "token.expiry.source";
    /** Seconds until the next renewal or question in the background. */
    public static final String RENEWAL_IN_SECONDS = "renewal.in.seconds";
    /** Why the last successful login was made. */
    public static final String LOGIN_REASON = "login.reason";
    /** Which credentials work, by fingerprint. */
    public static final String LOGIN_CREDENTIALS = "login.credentials";
    /** What the last login failed with. */
    public static final String LOGIN_FAILURE = "login.failure";
    /** What to change in Salesforce's setup or in the options. */
    public static final String LOGIN_REMEDY = "login.remedy";
    /** Seconds until a login is allowed. */
    public static final String LOGIN_ALLOWED_IN_SECONDS = "login.allowed.in.seconds";
    /** What is left of the login budget. */
    public static final String LOGIN_BUDGET_LEFT = "login.budget.left";
    /** Id of the org. */
    public static final String ORG_ID = "org.id";
    /** Id of the Run As user. */
    public static final String USER_ID = "user.id";
    /** Id of the Run As user before it was changed. */
    public static final String USER_ID_BEFORE = "user.id.before";

    private final Supplier<@Nullable TokenStatus> status;

    /**
     * @param component the component's name in the context
     * @param status yields the component's state, null while it is stopped
     */
    public LoginHealthCheck(String component, Supplier<@Nullable TokenStatus> status) {
        super("camel", "salesforce-cc:" + component);
        this.status = Objects.requireNonNull(status, "status");
    }

    /**
     * Adds this check to the context's registry, if it has one.
     *
     * @param camelContext the context
     */
    public void register(CamelContext camelContext) {
        HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(camelContext);
        if (registry != null) {
            setCamelContext(camelContext);
            registry.register(this);
        }
    }

    /** @param camelContext the context that this check was added to */
    public void unregister(CamelContext camelContext) {
        HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(camelContext);
        if (registry != null) {
            registry.unregister(this);
        }
    }

    /** The routes' business, not the process's: a restart would not help. */
    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        TokenStatus now = status.get();
        if (now == null) {
            builder.message("The component is stopped").down();
            return;
        }
        tokenDetails(builder, now);
        loginDetails(builder, now);
        LoginException failure = now.lastFailure();
        if (now.usable()) {
            builder.up();
        } else if (failure != null) {
            builder.message(failure.getMessage()).error(failure).down();
        } else if (now.entry() != null) {
            builder.message("Salesforce has refused the access token, and a login is under way")
                    .down();
        } else {
            builder.message("No login has been needed yet").up();
        }
    }

    private static void tokenDetails(HealthCheckResultBuilder builder, TokenStatus now) {
        TokenEntry entry = now.entry();
        if (entry == null) {
            return;
        }
        AccessToken token = entry.token();
        AccessToken before = now.userBefore();
        detail(builder, TOKEN_FINGERPRINT, entry.fingerprint());
        detail(builder, TOKEN_AGE_SECONDS, seconds(now.age()));
        detail(builder, TOKEN_EXPIRES_AT, entry.expiry().at());
        detail(builder, TOKEN_EXPIRY_SOURCE, entry.expiry().source());
        detail(builder, LOGIN_CREDENTIALS, entry.candidate());
        detail(builder, ORG_ID, token.orgId());
        detail(builder, USER_ID, token.userId());
        detail(builder, USER_ID_BEFORE, before == null ? null : before.userId());
    }

    private static void loginDetails(HealthCheckResultBuilder builder, TokenStatus now) {
        LoginException failure = now.lastFailure();
        detail(builder, RENEWAL_IN_SECONDS, seconds(now.renewalIn()));
        detail(builder, LOGIN_REASON, now.lastReason());
        detail(builder, LOGIN_BUDGET_LEFT, now.loginsLeft());
        if (failure != null) {
            detail(builder, LOGIN_FAILURE, failure.getMessage());
            detail(builder, LOGIN_ALLOWED_IN_SECONDS, seconds(now.nextAttemptIn()));
        }
        if (failure instanceof LoginRejectedException refusal) {
            detail(builder, LOGIN_REMEDY, refusal.reason().remedy());
        }
    }

    private static void detail(HealthCheckResultBuilder builder, String name, @Nullable Object value) {
        if (value != null) {
            builder.detail(name, value instanceof Number ? value : value.toString());
        }
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }
}

package org.camelforce.salesforcecc.internal.health;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenStatus;

/**
 * Readiness of one component: DOWN while there is no token that works and logins fail, with the remedy, and while a
 * login takes longer than its timeouts allow. A failed renewal of a token that still works leaves it UP, because the
 * routes work, and shows in the details. Its id is {@code salesforce-cc:<name of the component>}. The details are the
 * constants of this class; none holds a token or secret.
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
    /** Seconds for which a login has been under way. */
    public static final String LOGIN_UNDER_WAY_SECONDS = "login.under.way.seconds";
    /** Logins that the budget still allows. */
    public static final String LOGIN_BUDGET_LEFT = "login.budget.left";
    /** ID of the org. */
    public static final String ORG_ID = "org.id";
    /** ID of the Run As user. */
    public static final String USER_ID = "user.id";
    /** ID of the Run As user before it was changed. */
    public static final String USER_ID_BEFORE = "user.id.before";

    private final Supplier<TokenStatus> status;

    /**
     * @param id the check's id
     * @param status yields the login's state
     */
    public LoginHealthCheck(String id, Supplier<TokenStatus> status) {
        super("camel", id);
        this.status = status;
    }

    /** The routes' business, not the process's: a restart would not help. */
    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        TokenStatus now = status.get();
        DetailBuilder details = new DetailBuilder(builder);
        tokenDetails(details, now);
        loginDetails(details, now);
        LoginException failure = now.lastFailure();
        Duration underWay = now.loginUnderWayFor();
        if (now.loginOverdue() && underWay != null) {
            builder.message("A login has been under way for " + underWay.toSeconds()
                            + " s, longer than its timeouts allow. Check the beans of options authenticationStrategy and"
                            + " credentialsSource, and network, proxy and firewall between here and option loginUrl; a"
                            + " thread dump shows what blocks")
                    .down();
        } else if (now.usable()) {
            builder.up();
        } else if (failure != null) {
            builder.message(failure.getMessage()).error(failure).down();
        } else if (now.entry() != null) {
            builder.message("Salesforce has rejected the access token, and a login is under way")
                    .down();
        } else if (underWay != null) {
            builder.message("The first login is under way").up();
        } else {
            builder.message("No login has been needed yet").up();
        }
    }

    private static void tokenDetails(DetailBuilder details, TokenStatus now) {
        TokenEntry entry = now.entry();
        if (entry == null) {
            return;
        }
        AccessToken token = entry.token();
        AccessToken before = now.userBefore();
        details.add(TOKEN_FINGERPRINT, entry.fingerprint());
        details.seconds(TOKEN_AGE_SECONDS, now.age());
        details.add(TOKEN_EXPIRES_AT, entry.expiry().at());
        details.add(TOKEN_EXPIRY_SOURCE, entry.expiry().source());
        details.add(LOGIN_CREDENTIALS, entry.candidate());
        details.add(ORG_ID, token.orgId());
        details.add(USER_ID, token.userId());
        details.add(USER_ID_BEFORE, before == null ? null : before.userId());
    }

    private static String remedy(LoginException failure) {
        return failure instanceof LoginDeniedException denial
                ? denial.reason().remedy()
                : ((LoginUnavailableException) failure).reason().remedy();
    }

    private static void loginDetails(DetailBuilder details, TokenStatus now) {
        LoginException failure = now.lastFailure();
        details.seconds(RENEWAL_IN_SECONDS, now.renewalIn());
        details.add(LOGIN_REASON, now.lastReason());
        details.add(LOGIN_BUDGET_LEFT, now.loginsLeft());
        details.seconds(LOGIN_UNDER_WAY_SECONDS, now.loginUnderWayFor());
        if (failure != null) {
            details.add(LOGIN_FAILURE, failure.getMessage());
            details.seconds(LOGIN_ALLOWED_IN_SECONDS, now.nextAttemptIn());
            details.add(LOGIN_REMEDY, remedy(failure));
        }
    }
}

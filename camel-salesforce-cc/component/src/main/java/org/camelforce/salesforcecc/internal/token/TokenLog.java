package org.camelforce.salesforcecc.internal.token;

import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.observability.LogEvent;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.camelforce.salesforcecc.token.TokenEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log lines of a token's life. */
final class TokenLog implements TokenEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(TokenLog.class);

    @Override
    public void on(TokenEvent event) {
        if (event instanceof TokenEvent.LoginSucceeded obtained) {
            obtained(obtained);
        } else if (event instanceof TokenEvent.ExpiryExtended extended) {
            extended(extended.extended());
        } else if (event instanceof TokenEvent.TokenRejected rejected) {
            String token = rejected.rejected().fingerprint();
            LogEvent.TOKEN_REJECTED
                    .on(LOG.atInfo())
                    .addKeyValue("token", token)
                    .log("Salesforce rejected access token {}", token);
        } else if (event instanceof TokenEvent.LoginFailed failed) {
            LogEvent.LOGIN_FAILED
                    .on(LOG.atWarn())
                    .addKeyValue("reason", failed.reason())
                    .addKeyValue("usable", failed.usableToken())
                    .addKeyValue("retry.ms", failed.nextAttemptIn().toMillis())
                    .log("{}", failed.failure().getMessage());
        } else if (event instanceof TokenEvent.LoginDenied denied) {
            LogEvent.LOGIN_DENIED
                    .on(LOG.atWarn())
                    .addKeyValue("cause", denied.denial().reason())
                    .addKeyValue("reason", denied.reason())
                    .addKeyValue("usable", denied.usableToken())
                    .log("{}", denied.denial().getMessage());
        } else if (event instanceof TokenEvent.LoginThrottled throttled) {
            long millis = throttled.nextAttemptIn().toMillis();
            LogEvent.LOGIN_THROTTLED
                    .on(LOG.atDebug())
                    .addKeyValue("retry.ms", millis)
                    .log("Next login attempt in {} ms", millis);
        } else if (event instanceof TokenEvent.RunAsUserChanged changed) {
            userChanged(changed.before(), changed.now());
        }
    }

    private static void obtained(TokenEvent.LoginSucceeded obtained) {
        TokenEntry entry = obtained.installed();
        AccessToken token = entry.token();
        LogEvent.LOGIN_SUCCEEDED
                .on(LOG.atInfo())
                .addKeyValue("token", token.fingerprint())
                .addKeyValue("org", token.orgId())
                .addKeyValue("user", token.userId())
                .addKeyValue("reason", obtained.reason())
                .addKeyValue("ms", obtained.took().toMillis())
                .log(
                        "Logged in to org {} at {} as user {}, access token {}",
                        token.orgId(),
                        token.instanceUrl(),
                        token.userId(),
                        token.fingerprint());
        TokenEntry previous = obtained.previous();
        if (previous != null && !previous.candidate().equals(entry.candidate())) {
            LogEvent.LOGIN_CREDENTIALS_CHANGED
                    .on(LOG.atInfo())
                    .addKeyValue("credentials", entry.candidate())
                    .addKeyValue("before", previous.candidate())
                    .log(
                            "The login that works is now the one with {}, no longer {}",
                            entry.candidate(),
                            previous.candidate());
        }
    }

    private static void extended(TokenEntry entry) {
        LogEvent.TOKEN_EXPIRY_EXTENDED
                .on(LOG.atDebug())
                .addKeyValue("token", entry.fingerprint())
                .addKeyValue("expires", entry.expiry().at())
                .log(
                        "Access token {} expires at {} ({})",
                        entry.fingerprint(),
                        entry.expiry().at(),
                        entry.expiry().source());
    }

    private static void userChanged(AccessToken before, AccessToken now) {
        LogEvent.RUN_AS_USER_CHANGED
                .on(LOG.atWarn())
                .addKeyValue("user", now.userId())
                .addKeyValue("before", before.userId())
                .log("The Run As user has changed from {} to {}", before.userId(), now.userId());
    }
}

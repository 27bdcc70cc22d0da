package org.camelforce.salesforcecc.token;

import org.camelforce.salesforcecc.auth.AccessToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log lines of a token's life. */
final class TokenLog implements TokenEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(TokenManager.class);

    @Override
    public void on(TokenEvent event) {
        if (event instanceof TokenEvent.Obtained obtained) {
            obtained(obtained.previous(), obtained.installed());
        } else if (event instanceof TokenEvent.Extended extended) {
            LOG.debug(
                    "Access token {} expires at {} ({})",
                    extended.extended().fingerprint(),
                    extended.extended().expiry().at(),
                    extended.extended().expiry().source());
        } else if (event instanceof TokenEvent.Rejected rejected) {
            LOG.info("Salesforce refused access token {}", rejected.refused().fingerprint());
        } else if (event instanceof TokenEvent.RenewalFailed failed) {
            LOG.warn("{}", failed.failure().getMessage());
        } else if (event instanceof TokenEvent.Refused refused) {
            LOG.warn("{}", refused.refusal().getMessage());
        } else if (event instanceof TokenEvent.RunAsUserChanged changed) {
            LOG.warn(
                    "The Run As user has changed from {} to {}",
                    changed.before().userId(),
                    changed.now().userId());
        }
    }

    private static void obtained(@Nullable TokenEntry previous, TokenEntry entry) {
        AccessToken token = entry.token();
        LOG.info(
                "Logged in to org {} at {} as user {}, access token {}",
                token.orgId(),
                token.instanceUrl(),
                token.userId(),
                token.fingerprint());
        if (previous != null && !previous.candidate().equals(entry.candidate())) {
            LOG.info(
                    "The login that works is now the one with {}, no longer {}",
                    entry.candidate(),
                    previous.candidate());
        }
    }
}

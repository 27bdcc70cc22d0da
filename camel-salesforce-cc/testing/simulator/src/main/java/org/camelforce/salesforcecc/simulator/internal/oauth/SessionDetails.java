package org.camelforce.salesforcecc.simulator.internal.oauth;

import java.time.Instant;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/**
 * A live session as introspection shows it.
 *
 * @param session the session
 * @param scope its scopes, separated by blanks
 * @param issuedAt when it was opened
 * @param expiresAt when it ends if it is not used any more
 */
public record SessionDetails(Session session, String scope, Instant issuedAt, Instant expiresAt) {}

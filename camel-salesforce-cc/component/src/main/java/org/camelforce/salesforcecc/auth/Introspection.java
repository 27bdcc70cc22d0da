package org.camelforce.salesforcecc.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An introspection answer (RFC 7662, section 2.2). Salesforce moves {@code exp} while a session is used, so it is an
 * estimate and no promise.
 *
 * @param active whether the token is good at the moment
 * @param expiresAt {@code exp}, by the server's clock; null if it was not sent
 */
public record Introspection(boolean active, @Nullable Instant expiresAt) {}

/**
 * Logins: the {@link org.camelforce.salesforcecc.auth.AuthenticationStrategy} that obtains an
 * {@link org.camelforce.salesforcecc.auth.AccessToken}, the {@link org.camelforce.salesforcecc.auth.CredentialsSource}
 * that yields the consumer key and secret, and the exceptions of logins that fail. Implement the two interfaces to log
 * in differently or to keep credentials elsewhere.
 */
@NullMarked
package org.camelforce.salesforcecc.auth;

import org.jspecify.annotations.NullMarked;

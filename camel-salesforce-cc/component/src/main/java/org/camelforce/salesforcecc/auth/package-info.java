/** How to log in: strategies, credentials, access tokens, and login failures with their remedy. */
@NullMarked
package org.camelforce.salesforcecc.auth;

import org.jspecify.annotations.NullMarked;

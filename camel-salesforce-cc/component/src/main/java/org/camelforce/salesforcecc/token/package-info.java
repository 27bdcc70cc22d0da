/**
 * The life of an access token: {@link org.camelforce.salesforcecc.token.SalesforceLogin} to watch and steer the login
 * of a component, {@link org.camelforce.salesforcecc.token.TokenPolicy} with the options for renewals and rate limits,
 * and the {@link org.camelforce.salesforcecc.token.TokenEvent events} that listeners receive.
 */
@NullMarked
package org.camelforce.salesforcecc.token;

import org.jspecify.annotations.NullMarked;

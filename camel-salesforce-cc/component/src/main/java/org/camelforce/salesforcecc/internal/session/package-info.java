/**
 * The session, the HTTP client, the handler of 401 answers and the producers that this component gives to
 * camel-salesforce in place of its own. Each request is checked here before it carries the token, and sent again once
 * if Salesforce rejects the token.
 */
@NullMarked
package org.camelforce.salesforcecc.internal.session;

import org.jspecify.annotations.NullMarked;

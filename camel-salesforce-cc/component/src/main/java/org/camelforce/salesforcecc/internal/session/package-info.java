/**
 * The seam to camel-salesforce: its session, HTTP client, 401 handler and producers. Each request is checked here
 * before it carries the token, and repeated once if Salesforce rejects the token.
 */
@NullMarked
package org.camelforce.salesforcecc.internal.session;

import org.jspecify.annotations.NullMarked;

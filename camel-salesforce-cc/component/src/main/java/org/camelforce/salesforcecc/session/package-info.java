/**
 * The seam to camel-salesforce: its session, HTTP client, 401 handler and consumers, delegating to the token manager.
 */
@NullMarked
package org.camelforce.salesforcecc.session;

import org.jspecify.annotations.NullMarked;

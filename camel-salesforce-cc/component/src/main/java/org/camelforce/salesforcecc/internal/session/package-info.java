/**
 * What one started component holds: its login, the connections of its requests, Salesforce's clock, and what is known
 * of its requests. {@link org.camelforce.salesforcecc.internal.session.SalesforceConnection} puts it together.
 */
@NullMarked
package org.camelforce.salesforcecc.internal.session;

import org.jspecify.annotations.NullMarked;

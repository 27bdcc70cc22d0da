/**
 * The Camel component {@code salesforce-cc}. Create a {@link org.camelforce.salesforcecc.SalesforceCcComponent}, set
 * its options and add it to a Camel context. {@link org.camelforce.salesforcecc.SalesforceCcComponent#login()} shows
 * the login and {@link org.camelforce.salesforcecc.SalesforceCcComponent#subscriptions()} the subscriptions of a
 * started component.
 *
 * <p>The packages below this one are the API, except those below {@code internal}, which can change in any release.
 */
@NullMarked
package org.camelforce.salesforcecc;

import org.jspecify.annotations.NullMarked;

/** The first steps with camel-salesforce-cc: accounts, a query, a platform event and change events. */
@NullMarked
package org.camelforce.salesforcecc.examples.quickstart;

import org.jspecify.annotations.NullMarked;

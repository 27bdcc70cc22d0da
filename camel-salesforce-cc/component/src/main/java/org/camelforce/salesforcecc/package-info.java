/** The component {@code salesforce-cc}: what a Camel user touches. */
@NullMarked
package org.camelforce.salesforcecc;

import org.jspecify.annotations.NullMarked;

/** One token for {@code salesforce-cc:} and for other APIs of the org through {@code https:}. */
@NullMarked
package org.camelforce.salesforcecc.examples.https;

import org.jspecify.annotations.NullMarked;

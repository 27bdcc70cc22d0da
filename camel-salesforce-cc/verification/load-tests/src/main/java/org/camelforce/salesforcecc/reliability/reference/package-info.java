/** A consumer of the Pub/Sub API without Camel, which can be told to make the known mistakes. */
@NullMarked
package org.camelforce.salesforcecc.reliability.reference;

import org.jspecify.annotations.NullMarked;

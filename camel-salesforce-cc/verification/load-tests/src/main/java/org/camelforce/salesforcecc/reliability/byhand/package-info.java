/** A consumer of the Pub/Sub API without Camel, which can be told to make the known mistakes. */
@NullMarked
package org.camelforce.salesforcecc.reliability.byhand;

import org.jspecify.annotations.NullMarked;

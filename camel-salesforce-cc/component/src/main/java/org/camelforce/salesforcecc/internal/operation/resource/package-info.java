/** Operations on the org as a whole, and on what it says of its objects and events. */
@NullMarked
package org.camelforce.salesforcecc.internal.operation.resource;

import org.jspecify.annotations.NullMarked;

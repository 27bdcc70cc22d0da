/** Operation {@code raw}: any request to a resource of the org. */
@NullMarked
package org.camelforce.salesforcecc.internal.operation.raw;

import org.jspecify.annotations.NullMarked;

/** Operations on several records at once (REST API Developer Guide, "Composite Resources"). */
@NullMarked
package org.camelforce.salesforcecc.internal.operation.composite;

import org.jspecify.annotations.NullMarked;

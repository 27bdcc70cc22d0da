/**
 * The producer of all operations. {@link org.camelforce.salesforcecc.internal.producer.OperationCatalogue} knows which
 * class an operation is.
 */
@NullMarked
package org.camelforce.salesforcecc.internal.producer;

import org.jspecify.annotations.NullMarked;

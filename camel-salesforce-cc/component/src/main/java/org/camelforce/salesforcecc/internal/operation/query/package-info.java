/** Queries and searches, with records that are read one by one. */
@NullMarked
package org.camelforce.salesforcecc.internal.operation.query;

import org.jspecify.annotations.NullMarked;

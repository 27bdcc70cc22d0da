/** Replaces the consumer key and secret of an External Client App by new ones, without a moment in which none works. */
@NullMarked
package org.camelforce.salesforcecc.rotation;

import org.jspecify.annotations.NullMarked;

/** A browser on the static pages of the guide. */
@NullMarked
package org.camelforce.salesforcecc.sitetests;

import org.jspecify.annotations.NullMarked;

/** Writes the reference of the component's options. */
@NullMarked
package org.camelforce.salesforcecc.reference;

import org.jspecify.annotations.NullMarked;

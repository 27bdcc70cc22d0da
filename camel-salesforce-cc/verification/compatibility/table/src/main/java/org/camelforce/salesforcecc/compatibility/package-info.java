/** The guide's table of versions. */
@NullMarked
package org.camelforce.salesforcecc.compatibility;

import org.jspecify.annotations.NullMarked;

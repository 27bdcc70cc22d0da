/** Rules of architecture that several modules hold, and what a module's API is. */
@NullMarked
package org.camelforce.salesforcecc.architecture;

import org.jspecify.annotations.NullMarked;

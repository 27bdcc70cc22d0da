/** The language of pages, messages and descriptions. */
@NullMarked
package org.camelforce.salesforcecc.language;

import org.jspecify.annotations.NullMarked;

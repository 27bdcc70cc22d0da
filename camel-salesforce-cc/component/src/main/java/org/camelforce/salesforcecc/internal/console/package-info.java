/** The section of Camel's developer console: read-only views. */
@NullMarked
package org.camelforce.salesforcecc.internal.console;

import org.jspecify.annotations.NullMarked;

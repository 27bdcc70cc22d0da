/** The stable names of log events. */
@NullMarked
package org.camelforce.salesforcecc.log;

import org.jspecify.annotations.NullMarked;

/** What happened, in one file that several processes append to. */
@NullMarked
package org.camelforce.salesforcecc.reliability.history;

import org.jspecify.annotations.NullMarked;

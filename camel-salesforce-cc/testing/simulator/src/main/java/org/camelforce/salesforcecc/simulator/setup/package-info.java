/** What an org starts with, read from files. */
@NullMarked
package org.camelforce.salesforcecc.simulator.setup;

import org.jspecify.annotations.NullMarked;

/** A page on which a person sees what happens in the org, and lets things go wrong. */
@NullMarked
package org.camelforce.salesforcecc.simulator.internal.console;

import org.jspecify.annotations.NullMarked;

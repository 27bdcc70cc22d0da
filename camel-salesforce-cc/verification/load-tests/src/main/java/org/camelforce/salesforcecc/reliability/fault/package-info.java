/** What goes wrong in a run, drawn from a seed. */
@NullMarked
package org.camelforce.salesforcecc.reliability.fault;

import org.jspecify.annotations.NullMarked;

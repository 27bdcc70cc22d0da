/** An integration on a simulated org, with its meters. */
@NullMarked
package org.camelforce.salesforcecc.operations.rig;

import org.jspecify.annotations.NullMarked;

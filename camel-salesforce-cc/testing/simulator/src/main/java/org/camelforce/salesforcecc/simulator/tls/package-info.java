/** Keys and certificates for simulators that are called over TLS. Nothing of the simulator is needed here. */
@NullMarked
package org.camelforce.salesforcecc.simulator.tls;

import org.jspecify.annotations.NullMarked;

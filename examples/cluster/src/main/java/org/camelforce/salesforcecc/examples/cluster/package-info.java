/** One subscription on two nodes: when one dies, the other goes on where it had got to. */
@NullMarked
package org.camelforce.salesforcecc.examples.cluster;

import org.jspecify.annotations.NullMarked;

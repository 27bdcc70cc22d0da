/** The web server that carries every endpoint on one port. */
@NullMarked
package org.camelforce.salesforcecc.simulator.internal.http;

import org.jspecify.annotations.NullMarked;

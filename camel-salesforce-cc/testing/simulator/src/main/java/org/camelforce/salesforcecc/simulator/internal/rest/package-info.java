/** The REST API on top of records and sessions. */
@NullMarked
package org.camelforce.salesforcecc.simulator.internal.rest;

import org.jspecify.annotations.NullMarked;

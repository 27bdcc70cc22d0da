/** The REST API on top of records and sessions. */
@NullMarked
package org.camelforce.salesforcecc.simulator.rest;

import org.jspecify.annotations.NullMarked;

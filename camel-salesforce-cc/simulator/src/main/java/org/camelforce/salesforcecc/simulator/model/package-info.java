/** What every part of an org speaks of: record ids and the API's refusals. */
@NullMarked
package org.camelforce.salesforcecc.simulator.model;

import org.jspecify.annotations.NullMarked;

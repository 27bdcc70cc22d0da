/** What every part of an org speaks of: record ids, points in time and random text. */
@NullMarked
package org.camelforce.salesforcecc.simulator.internal.model;

import org.jspecify.annotations.NullMarked;

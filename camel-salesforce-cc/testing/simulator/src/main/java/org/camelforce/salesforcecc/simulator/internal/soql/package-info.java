/** SOQL: grammar, parsed queries and their translation to SQL. */
@NullMarked
package org.camelforce.salesforcecc.simulator.internal.soql;

import org.jspecify.annotations.NullMarked;

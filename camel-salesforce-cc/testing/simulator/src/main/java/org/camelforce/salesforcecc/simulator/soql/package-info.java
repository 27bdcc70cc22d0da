/** SOQL: grammar, parsed queries and their translation to SQL. */
@NullMarked
package org.camelforce.salesforcecc.simulator.soql;

import org.jspecify.annotations.NullMarked;

/** The GraphQL API: a schema made of the org's objects, whose queries are asked in SOQL. */
@NullMarked
package org.camelforce.salesforcecc.simulator.internal.graphql;

import org.jspecify.annotations.NullMarked;

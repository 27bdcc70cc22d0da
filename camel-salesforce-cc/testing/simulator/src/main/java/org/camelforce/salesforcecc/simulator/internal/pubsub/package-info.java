/** The Pub/Sub API: the org's event log over gRPC. Its classes need camel-salesforce, gRPC and Avro to be there. */
@NullMarked
package org.camelforce.salesforcecc.simulator.internal.pubsub;

import org.jspecify.annotations.NullMarked;

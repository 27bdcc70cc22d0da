package org.camelforce.salesforcecc.internal.subscription.pubsub;

import java.util.concurrent.ScheduledExecutorService;

/** What all streams of a connection share. */
record StreamContext(PubSubClient rpcs, SchemaCache schemas, ScheduledExecutorService timer) {}

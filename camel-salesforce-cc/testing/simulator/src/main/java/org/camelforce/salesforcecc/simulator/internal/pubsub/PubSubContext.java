package org.camelforce.salesforcecc.simulator.internal.pubsub;

/**
 * What the RPCs share.
 *
 * @param org the org
 * @param schemas its schemas
 * @param topics its topics
 * @param encoder writes events
 * @param streams the open streams
 */
record PubSubContext(PubSubOrg org, SchemaCatalog schemas, Topics topics, EventEncoder encoder, Streams streams) {

    static PubSubContext of(PubSubOrg org) {
        SchemaCatalog schemas = new SchemaCatalog(org.schema());
        return new PubSubContext(org, schemas, new Topics(org), new EventEncoder(schemas), new Streams());
    }
}

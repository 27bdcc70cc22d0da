package org.camelforce.salesforcecc.simulator.pubsub;

/**
 * What the RPCs share.
 *
 * @param org the org
 * @param schemas its schemas
 * @param topics its topics
 * @param encoder writes events
 * @param streams the open streams
 */
record Desk(PubSubOrg org, SchemaCatalog schemas, Topics topics, EventEncoder encoder, Streams streams) {

    static Desk of(PubSubOrg org) {
        SchemaCatalog schemas = new SchemaCatalog(org.schema());
        return new Desk(org, schemas, new Topics(org), new EventEncoder(schemas), new Streams());
    }
}

package org.camelforce.salesforcecc.events.pubsub;

import javax.net.ssl.SSLContext;

/**
 * Where the Pub/Sub API is and how it is reached.
 *
 * @param host its host
 * @param port its port
 * @param systemProxy whether to go through the proxy that the JVM's system properties name
 * @param tls who is trusted, and the client's own certificate if there is one
 */
public record PubSubSettings(String host, int port, boolean systemProxy, SSLContext tls) {}

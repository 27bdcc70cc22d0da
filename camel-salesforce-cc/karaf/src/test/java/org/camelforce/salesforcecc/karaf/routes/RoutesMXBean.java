package org.camelforce.salesforcecc.karaf.routes;

import java.util.List;

/** What a test asks of routes in a Karaf. */
public interface RoutesMXBean {

    /** Sends a body to an endpoint and returns what it answers. */
    String request(String endpoint, String body);

    /** What came over the Streaming API since the bundle was started. */
    List<String> getStreamed();

    /** What came over the Pub/Sub API since the bundle was started. */
    List<String> getPublished();
}

package org.camelforce.salesforcecc.benchmarks.scenario;

import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;

/** How a token endpoint is down. */
public enum Outage {
    /** It answers with status 503. */
    ANSWERS_503(new Fault.Answer(503, "text/html", "<html><body>Service Unavailable</body></html>")),
    /** It closes connections without an answer. */
    DROPS_CONNECTIONS(new Fault.DropConnection());

    /** More than any side sends in a minute or two. */
    private static final int POSTS = 500_000;

    private final Fault fault;

    Outage(Fault fault) {
        this.fault = fault;
    }

    void begin(SalesforceSimulator org) {
        org.faults().inject(FaultPoint.TOKEN_REQUEST, fault, POSTS);
    }

    static void end(SalesforceSimulator org) {
        org.faults().clear();
    }
}

package org.camelforce.salesforcecc.benchmarks.scenario;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/** Counts POSTs to a token endpoint during an outage of it and afterwards. Not for use by several threads. */
final class TokenRequestCounter {

    private final SalesforceSimulator org;
    private long atBegin;
    private long atEnd;

    TokenRequestCounter(SalesforceSimulator org) {
        this.org = org;
    }

    void begin(Outage outage) {
        outage.begin(org);
        atBegin = org.tokenRequests();
    }

    void end() {
        Outage.end(org);
        atEnd = org.tokenRequests();
    }

    /** Waits for a POST during the outage. */
    void awaitOneWhileDown(Duration atMost) {
        Awaitility.await("a token request during the outage").atMost(atMost).until(() -> org.tokenRequests() > atBegin);
    }

    /** Waits for a POST after the outage. */
    void awaitOneAfter(Duration atMost) {
        Awaitility.await("a token request after the outage").atMost(atMost).until(() -> after() > 0);
    }

    long whileDown() {
        return atEnd - atBegin;
    }

    long after() {
        return org.tokenRequests() - atEnd;
    }
}

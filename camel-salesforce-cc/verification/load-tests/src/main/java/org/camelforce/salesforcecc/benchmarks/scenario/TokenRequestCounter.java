package org.camelforce.salesforcecc.benchmarks.scenario;

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
        atBegin = org.tokenRequests();
        outage.begin(org);
    }

    void end() {
        Outage.end(org);
        atEnd = org.tokenRequests();
    }

    long whileDown() {
        return atEnd - atBegin;
    }

    long after() {
        return org.tokenRequests() - atEnd;
    }
}

package org.camelforce.salesforcecc.simulator;

import java.time.Instant;
import java.util.Random;

final class TestSimulators {

    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private TestSimulators() {}

    static ManualTime time() {
        return new ManualTime(START);
    }

    static SalesforceSimulator.Builder simulator() {
        return SalesforceSimulator.builder().random(new Random(7)).servlet("/services/data/*", new EchoServlet());
    }
}

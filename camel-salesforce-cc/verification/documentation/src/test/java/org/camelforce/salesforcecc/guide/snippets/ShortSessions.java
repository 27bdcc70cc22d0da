package org.camelforce.salesforcecc.guide.snippets;

import java.time.Duration;
import java.time.Instant;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.SimulatorSettings;

public final class ShortSessions implements SimulatorSettings {

    static final ManualTime TIME = new ManualTime(Instant.now());

    @Override
    public void apply(SalesforceSimulator.Builder builder) {
        builder.time(TIME).sessionTimeout(Duration.ofMinutes(15));
    }
}

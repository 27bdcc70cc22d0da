package org.camelforce.salesforcecc.test;

import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/** Changes a simulator's settings before it starts. */
@FunctionalInterface
public interface SimulatorSettings {

    /** @param builder the settings to change */
    void apply(SalesforceSimulator.Builder builder);

    /** Leaves all settings as they are. */
    final class Defaults implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {}
    }
}

package org.camelforce.salesforcecc.test;

import org.camelforce.salesforcecc.simulator.SalesforceSimulatorBuilder;

/** Changes a simulator's settings before it starts. */
@FunctionalInterface
public interface SimulatorSettings {

    /** @param builder the settings to change */
    void apply(SalesforceSimulatorBuilder builder);

    /** Leaves all settings as they are. */
    final class Defaults implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulatorBuilder builder) {}
    }
}

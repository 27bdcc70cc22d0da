package org.camelforce.salesforcecc.guide.snippets;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.apache.camel.main.Main;

public final class Traces {

    private Traces() {}

    public static void trace(Main main, ObservationHandler<Observation.Context> handler) {
        // tag::bind[]
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(handler);
        main.bind("observationRegistry", observations);
        // end::bind[]
    }
}

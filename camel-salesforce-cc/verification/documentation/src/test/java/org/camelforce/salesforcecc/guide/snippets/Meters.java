package org.camelforce.salesforcecc.guide.snippets;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.CamelContext;

public final class Meters {

    private Meters() {}

    public static void measure(CamelContext context, MeterRegistry meters) {
        // tag::bind[]
        context.getRegistry().bind("meterRegistry", meters);
        // end::bind[]
    }
}

package org.camelforce.salesforcecc.operations.prometheus;

import java.util.Map;

/**
 * One line of a scrape.
 *
 * @param name the series' name
 * @param labels its labels
 * @param value its value
 */
public record Sample(String name, Map<String, String> labels, double value) {

    public Sample {
        labels = Map.copyOf(labels);
    }
}

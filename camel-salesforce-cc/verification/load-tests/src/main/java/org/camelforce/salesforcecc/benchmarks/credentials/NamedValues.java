package org.camelforce.salesforcecc.benchmarks.credentials;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;

/** The pairs by the names that files use. */
final class NamedValues {

    private NamedValues() {}

    static Map<String, String> of(List<ConsumerDetails> pairs) {
        Map<String, String> values = new TreeMap<>();
        values.put("consumerKey", pairs.get(0).key());
        values.put("consumerSecret", pairs.get(0).secret());
        if (pairs.size() > 1) {
            values.put("nextConsumerKey", pairs.get(1).key());
            values.put("nextConsumerSecret", pairs.get(1).secret());
        }
        return values;
    }
}

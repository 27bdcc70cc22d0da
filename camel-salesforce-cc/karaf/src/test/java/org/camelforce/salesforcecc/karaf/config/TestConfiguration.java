package org.camelforce.salesforcecc.karaf.config;

import java.util.Dictionary;
import java.util.Hashtable;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;

/** What Config Admin yields. */
final class TestConfiguration {

    /** Where FileInstall says that a configuration comes from. */
    static final String FILE = "felix.fileinstall.filename";

    private TestConfiguration() {}

    static Dictionary<String, Object> of(SalesforceSimulator org) {
        return of("loginUrl", org.getLoginUrl(), "clientId", org.getClientId(), "clientSecret", org.getClientSecret());
    }

    static Dictionary<String, Object> of(String... keysAndValues) {
        Dictionary<String, Object> properties = new Hashtable<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return properties;
    }

    static Dictionary<String, Object> from(String file, Dictionary<String, Object> properties) {
        properties.put(FILE, "file:/opt/karaf/etc/" + file);
        return properties;
    }

    static Dictionary<String, Object> with(ConsumerDetails pair, Dictionary<String, Object> properties) {
        properties.put("clientId", pair.key());
        properties.put("clientSecret", pair.secret());
        return properties;
    }
}

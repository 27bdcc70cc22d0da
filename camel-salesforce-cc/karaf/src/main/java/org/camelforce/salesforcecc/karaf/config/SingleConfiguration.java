package org.camelforce.salesforcecc.karaf.config;

import java.util.Dictionary;
import org.jspecify.annotations.Nullable;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedService;

/** The configuration of component {@code salesforce-cc}. */
record SingleConfiguration(Configurations configurations) implements ManagedService {

    @Override
    public void updated(@Nullable Dictionary<String, ?> properties) throws ConfigurationException {
        if (properties == null) {
            configurations.remove(SettingsReader.PID);
        } else {
            configurations.put(SettingsReader.single(properties));
        }
    }
}

package org.camelforce.salesforcecc.karaf.config;

import java.util.Dictionary;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedServiceFactory;

/** The configurations of components with names of their own. */
record FactoryConfigurations(Configurations configurations) implements ManagedServiceFactory {

    @Override
    public String getName() {
        return "Components of camel-salesforce-cc";
    }

    @Override
    public void updated(String pid, Dictionary<String, ?> properties) throws ConfigurationException {
        configurations.put(SettingsReader.ofFactory(pid, properties));
    }

    @Override
    public void deleted(String pid) {
        configurations.remove(pid);
    }
}

package org.camelforce.salesforcecc.karaf.config;

import java.util.Dictionary;
import java.util.Hashtable;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.service.cm.ManagedService;
import org.osgi.service.cm.ManagedServiceFactory;

/** Listens to Config Admin for as long as the bundle is active. */
public final class ConfigurationActivator implements BundleActivator {

    private @Nullable Configurations configurations;

    /** Created by the framework. */
    public ConfigurationActivator() {}

    @Override
    public void start(BundleContext context) {
        ConfiguredNames names = new ConfiguredNames();
        Configurations started = new Configurations(context, names);
        configurations = started;
        context.registerService(FindHook.class, new ResolverFindHook(context.getBundle(), names), null);
        // two objects: one that was both could not tell a configuration's deletion from its absence
        context.registerService(ManagedService.class, new SingleConfiguration(started), forPid());
        context.registerService(ManagedServiceFactory.class, new FactoryConfigurations(started), forPid());
    }

    /** The framework unregisters the rest. */
    @Override
    public void stop(BundleContext context) {
        Configurations stopping = configurations;
        if (stopping != null) {
            stopping.close();
            configurations = null;
        }
    }

    private static Dictionary<String, Object> forPid() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_PID, SettingsReader.PID);
        return properties;
    }
}

package org.camelforce.salesforcecc.karaf.extensions;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.camelforce.salesforcecc.replay.FileReplayStore;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Runs the route with its policy and listeners as long as the bundle is started. */
public final class ExtensionsActivator implements BundleActivator {

    /** Name of what they have been told. */
    public static final String NAME = "org.camelforce.salesforcecc.karaf:type=Extensions";

    /** Folder of the positions, in Karaf's folder for data. */
    public static final String POSITIONS = "extensions";

    private CamelContext camel;

    @Override
    public void start(BundleContext context) throws Exception {
        camel = new OsgiDefaultCamelContext(context);
        Extensions extensions = new Extensions(camel);
        extensions.start(new FileReplayStore(Path.of(context.getProperty("karaf.data"), POSITIONS)));
        ManagementFactory.getPlatformMBeanServer().registerMBean(extensions, new ObjectName(NAME));
    }

    @Override
    public void stop(BundleContext context) throws Exception {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
        camel.close();
    }
}

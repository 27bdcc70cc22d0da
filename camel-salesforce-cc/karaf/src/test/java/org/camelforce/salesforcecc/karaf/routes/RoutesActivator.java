package org.camelforce.salesforcecc.karaf.routes;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Runs the routes as long as the bundle is started. */
public final class RoutesActivator implements BundleActivator {

    /** Name of the routes. */
    public static final String NAME = "org.camelforce.salesforcecc.karaf:type=Routes";

    private CamelContext camel;

    @Override
    public void start(BundleContext context) throws Exception {
        camel = new OsgiDefaultCamelContext(context);
        Routes routes = new Routes(camel);
        camel.addRoutes(routes);
        camel.start();
        ManagementFactory.getPlatformMBeanServer().registerMBean(routes, new ObjectName(NAME));
    }

    @Override
    public void stop(BundleContext context) throws Exception {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
        camel.close();
    }
}

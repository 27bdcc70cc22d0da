package org.camelforce.salesforcecc.examples.karaf;

import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.camelforce.salesforcecc.replay.FileReplayStore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Runs the routes for as long as {@code etc/org.camelforce.salesforcecc.cfg} configures a login. */
@Component(
        service = {},
        reference =
                @Reference(
                        name = "salesforce",
                        service = ComponentResolver.class,
                        target = "(&(component=salesforce-cc)(org.camelforce.salesforcecc.configured=true))"))
public final class RunningRoutes {

    private final CamelContext camel;

    /**
     * Starts the routes.
     *
     * @param bundle whose context it is
     * @throws Exception if a route cannot start
     */
    @Activate
    public RunningRoutes(BundleContext bundle) throws Exception {
        camel = new OsgiDefaultCamelContext(bundle);
        camel.getRegistry()
                .bind("positions", new FileReplayStore(Path.of(bundle.getProperty("karaf.data"), "positions")));
        try {
            camel.addRoutes(new CustomerRoutes());
            camel.start();
        } catch (Exception e) {
            camel.close();
            throw e;
        }
    }

    /** Stops the routes; what is in flight is finished first. */
    @Deactivate
    public void stop() throws Exception {
        camel.close();
    }
}

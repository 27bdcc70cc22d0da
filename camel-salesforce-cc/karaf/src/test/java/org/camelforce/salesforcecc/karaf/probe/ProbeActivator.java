package org.camelforce.salesforcecc.karaf.probe;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.rmi.server.RMIServerSocketFactory;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXConnectorServerFactory;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Lets a test on the same machine in by JMX, and writes down where. */
public final class ProbeActivator implements BundleActivator {

    /** System property: the file that the connector's address goes to. */
    public static final String ADDRESS_FILE = "probe.address";

    /** Name of the probe. */
    public static final String NAME = "org.camelforce.salesforcecc.karaf:type=Probe";

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private JMXConnectorServer connector;

    @Override
    public void start(BundleContext context) throws Exception {
        beans.registerMBean(new Probe(context), new ObjectName(NAME));
        RMIServerSocketFactory loopback = port -> new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        connector = JMXConnectorServerFactory.newJMXConnectorServer(
                new JMXServiceURL("rmi", "127.0.0.1", 0),
                Map.of(RMIConnectorServer.RMI_SERVER_SOCKET_FACTORY_ATTRIBUTE, loopback),
                beans);
        connector.start();
        Path file = Path.of(System.getProperty(ADDRESS_FILE));
        Path written = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(written, connector.getAddress().toString());
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void stop(BundleContext context) throws Exception {
        connector.stop();
        beans.unregisterMBean(new ObjectName(NAME));
    }
}

package org.camelforce.salesforcecc.karaf;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.cm.ConfigurationAdmin;

/** An OSGi framework in this JVM, whose system bundle exports Camel and the component from the class path. */
public final class TestFramework implements AutoCloseable {

    private static final String FROM_CLASS_PATH = String.join(
            ",",
            "org.apache.camel;version=4.18.0",
            "org.apache.camel.spi;version=4.18.0",
            "org.apache.camel.support;version=4.18.0",
            "org.apache.camel.util;version=4.18.0",
            "org.camelforce.salesforcecc;version=1.0.0",
            "org.camelforce.salesforcecc.auth;version=1.0.0",
            "org.camelforce.salesforcecc.credentials;version=1.0.0",
            "org.camelforce.salesforcecc.doctor;version=1.0.0",
            "org.camelforce.salesforcecc.subscription;version=1.0.0",
            "org.camelforce.salesforcecc.token;version=1.0.0",
            "org.osgi.service.cm;version=1.6.1",
            "org.slf4j;version=2.0.17");

    private final Framework framework;

    /** @param folder for the framework's use */
    public TestFramework(Path folder) throws BundleException {
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("bundles").toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        FROM_CLASS_PATH,
                        // its threads would outlive the framework for a while
                        "felix.resolver.parallelism",
                        "1"));
        framework.start();
    }

    /** The context of the system bundle, which no hook restricts. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** Installs and starts Config Admin. */
    public Bundle startConfigAdmin() throws Exception {
        Class<?> ofBundle = Class.forName("org.apache.felix.cm.impl.ConfigurationManager");
        return start(fileOf(ofBundle).toURI().toString());
    }

    /** Installs and starts the bundle as it is being built. */
    public Bundle startOurs() throws Exception {
        Class<?> ofBundle = Class.forName("org.camelforce.salesforcecc.karaf.config.ConfigurationActivator");
        return start("reference:" + fileOf(ofBundle).toURI());
    }

    /** Config Admin, once it is started. */
    public ConfigurationAdmin configAdmin() {
        return context().getService(context().getServiceReference(ConfigurationAdmin.class));
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(0);
    }

    private Bundle start(String location) throws BundleException {
        Bundle bundle = context().installBundle(location);
        bundle.start();
        return bundle;
    }

    private static File fileOf(Class<?> type) throws Exception {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}

package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** camel-http and Micrometer are optional: the component works on a class path without them and what they bring. */
@WithSalesforceSimulator
class WithoutOptionalLibrariesIT {

    @Test
    void startWhenOptionalLibrariesAreNotThereThenComponentWorks(SalesforceSimulator org) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader without = classPathWithoutThem()) {
            Thread.currentThread().setContextClassLoader(without);

            assertThatThrownBy(() -> without.loadClass("org.apache.camel.component.http.HttpComponent"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> without.loadClass("org.apache.hc.core5.http.HttpEntity"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> without.loadClass("io.micrometer.core.instrument.MeterRegistry"))
                    .isInstanceOf(ClassNotFoundException.class);
            Object users = without.loadClass(Program.class.getName())
                    .getMethod("run", String.class, String.class, String.class)
                    .invoke(null, org.getLoginUrl(), org.getClientId(), org.getClientSecret());
            assertThat(users).asString().contains("integration@simulator.example");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Loaded by the class loader without optional libraries. */
    public static final class Program {

        private Program() {}

        public static String run(String loginUrl, String clientId, String clientSecret) throws Exception {
            SalesforceCcComponent component = new SalesforceCcComponent();
            component.setLoginUrl(loginUrl);
            component.setClientId(clientId);
            component.setClientSecret(clientSecret);
            try (CamelContext context = TestContexts.contextWith(component)) {
                context.start();
                return TestQueries.users(context, "salesforce-cc");
            }
        }
    }

    private static URLClassLoader classPathWithoutThem() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        URL[] urls = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry)
                        .getFileName()
                        .toString()
                        .matches("(camel-http|http(client|core)5|micrometer-).*"))
                .map(WithoutOptionalLibrariesIT::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

package org.camelforce.salesforcecc.simulator.internal.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A simulator on a class path without the libraries that only the Pub/Sub API needs. */
class WithoutGrpcIT {

    private static final String OPTIONAL =
            ".*/(grpc|netty|protobuf|proto-google|avro|camel-salesforce|guava|perfmark)-[^/]*\\.jar";

    @Test
    void startWhenGrpcIsMissingThenServesAndPubSubPortSaysWhatIsMissing() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass("org.camelforce.salesforcecc.simulator.SalesforceSimulator");
            Object simulator = type.getMethod("start").invoke(null);
            try {
                assertThat(type.getMethod("getLoginUrl").invoke(simulator).toString())
                        .startsWith("http://127.0.0.1:");
                assertThat(type.getMethod("pubSubStreams").invoke(simulator)).isEqualTo(0);
                assertThatThrownBy(() -> call(type, simulator, "getPubSubPort"))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("org.apache.camel:camel-salesforce");
            } finally {
                type.getMethod("close").invoke(simulator);
            }
        }
    }

    private static Object call(Class<?> type, Object target, String method) throws Throwable {
        try {
            return type.getMethod(method).invoke(target);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static URL[] classPath() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.replace('\\', '/').matches(OPTIONAL)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}

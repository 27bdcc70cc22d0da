package org.camelforce.salesforcecc;

import java.util.HashMap;
import java.util.Map;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Has the JVM trust servers with {@link TestTls} while the tests of a class run. */
public final class TrustTestTls implements BeforeAllCallback, AfterAllCallback {

    private final Map<String, @Nullable String> before = new HashMap<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        set("javax.net.ssl.trustStore", TestTls.trustStore().toString());
        set("javax.net.ssl.trustStorePassword", TestTls.PASSWORD);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    private void set(String name, String value) {
        before.put(name, System.setProperty(name, value));
    }
}

package org.camelforce.salesforcecc.secrets;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Registered for every test of this module: all loggers are at TRACE, save those that the component warns of, and a
 * test during which a token or secret is logged fails.
 */
public final class NoSecretInLogs implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    /** What describes the classes of MBeans, at length and for each of them. {@link NoSecretInLogsTest} watches it. */
    static final String OF_MBEANS = "org.apache.camel.support.management.MBeanInfoAssembler";

    /**
     * Raw bytes, what in Camel prints configuration properties and placeholders with their values, and what says so
     * much that it takes a good part of all tests' time.
     */
    private static final String[] NOT_WATCHED = {
        OF_MBEANS,
        "com.tngtech.archunit",
        "org.eclipse.jetty",
        "io.netty",
        "io.grpc",
        "org.apache.hc.client5.http.headers",
        "org.apache.hc.client5.http.wire",
        "org.apache.camel.main",
        "org.apache.camel.component.properties",
        "org.apache.camel.impl.engine.DefaultCamelContextExtension"
    };

    @Override
    public void beforeAll(ExtensionContext context) {
        watch();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        check();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        check();
    }

    static void check() {
        String leak = SecretScanner.takeFirstLeak();
        if (leak != null) {
            throw new AssertionError("A token or secret has been logged: " + leak);
        }
    }

    private static synchronized void watch() {
        LoggerContext logging = (LoggerContext) LogManager.getContext(false);
        Configuration configuration = logging.getConfiguration();
        if (configuration.getAppender(SecretScanner.NAME) != null) {
            return;
        }
        SecretScanner scanner = new SecretScanner();
        scanner.start();
        configuration.addAppender(scanner);
        configuration.getAppenders().values().stream()
                .filter(appender -> appender != scanner)
                .forEach(appender -> {
                    configuration.getRootLogger().removeAppender(appender.getName());
                    configuration.getRootLogger().addAppender(appender, Level.WARN, null);
                });
        configuration.getRootLogger().addAppender(scanner, Level.TRACE, null);
        configuration.getRootLogger().setLevel(Level.TRACE);
        for (String name : NOT_WATCHED) {
            configuration.addLogger(name, new LoggerConfig(name, Level.INFO, true));
        }
        logging.updateLoggers();
    }
}

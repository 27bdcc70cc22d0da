package org.camelforce.salesforcecc.internal.session;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns once when a library underneath is set to log what includes tokens and the consumer secret: Jetty, Netty, gRPC
 * and Apache HttpClient print headers or raw bytes, and Camel prints configuration properties and the values of
 * placeholders.
 */
public final class WireLogWarning {

    private static final Logger LOG = LoggerFactory.getLogger(WireLogWarning.class);
    private static final List<String> LOGGERS = List.of(
            "org.eclipse.jetty.client",
            "org.eclipse.jetty.http",
            "org.eclipse.jetty.io",
            "io.grpc.netty",
            "io.netty",
            "org.apache.hc.client5.http.headers",
            "org.apache.hc.client5.http.wire",
            "org.apache.camel.main",
            "org.apache.camel.component.properties",
            "org.apache.camel.impl.engine.DefaultCamelContextExtension");
    private static final AtomicBoolean WARNED = new AtomicBoolean();

    private WireLogWarning() {}

    /** Looks at the log levels; at most one warning in the life of the process. */
    public static void check() {
        check(WARNED);
    }

    static void check(AtomicBoolean warned) {
        List<String> on = LOGGERS.stream()
                .filter(name -> LoggerFactory.getLogger(name).isDebugEnabled())
                .toList();
        if (!on.isEmpty() && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "These loggers are at DEBUG or TRACE and print access tokens or the consumer secret: {}. Set them to INFO"
                            + " outside a debugging session.",
                    on);
        }
    }
}

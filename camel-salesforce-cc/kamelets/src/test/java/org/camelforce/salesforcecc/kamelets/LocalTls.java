package org.camelforce.salesforcecc.kamelets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.camelforce.salesforcecc.simulator.tls.LocalhostKey;

/** A key for localhost, one for all tests, and the file that applications trust it by. */
final class LocalTls {

    private static final String PASSWORD = "localhost";
    private static final LocalhostKey KEY = LocalhostKey.create();
    private static final Path TRUST_STORE = write();

    private LocalTls() {}

    static SSLContext server() {
        return KEY.tls();
    }

    /** What makes an application trust the server. */
    static Map<String, String> client() {
        return Map.of(
                "camel.ssl.enabled",
                "true",
                "camel.ssl.trust-store",
                "file:" + TRUST_STORE,
                "camel.ssl.trust-store-password",
                PASSWORD,
                // Camel 4.22 takes no trust store without a key store
                "camel.ssl.key-store",
                "file:" + TRUST_STORE,
                "camel.ssl.keystore-password",
                PASSWORD);
    }

    private static Path write() {
        try {
            Path file = Files.createTempFile("salesforce-cc-kamelets", ".p12");
            file.toFile().deleteOnExit();
            KEY.writeTrustStore(file, PASSWORD);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.camelforce.salesforcecc.reliability.run;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.camelforce.salesforcecc.simulator.tls.LocalhostKey;

/**
 * A key for localhost, and a trust store for those who call it.
 *
 * @param server for the server
 * @param trustStore for the clients, of type PKCS12
 */
public record LocalTls(SSLContext server, Path trustStore) {

    /** Password of the trust store, which is no secret. */
    public static final String PASSWORD = "localhost";

    /**
     * Makes a key.
     *
     * @param folder where the trust store is put
     * @return key and trust store
     * @throws java.io.UncheckedIOException if a file cannot be written
     * @throws InterruptedException if the thread is interrupted while the key is made
     */
    public static LocalTls in(Path folder) throws InterruptedException {
        LocalhostKey key = LocalhostKey.create();
        Path trusted = folder.resolve("trust.p12");
        key.writeTrustStore(trusted, PASSWORD);
        return new LocalTls(key.tls(), trusted);
    }
}

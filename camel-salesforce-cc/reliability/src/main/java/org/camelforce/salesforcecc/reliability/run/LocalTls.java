package org.camelforce.salesforcecc.reliability.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key for localhost, and a trust store for those who call it.
 *
 * @param server for the server
 * @param trustStore for the clients, of type PKCS12
 */
public record LocalTls(SSLContext server, Path trustStore) {

    /** Password of the trust store, which is no secret. */
    public static final String PASSWORD = "localhost";

    private static final String ALIAS = "localhost";

    /**
     * Makes a key with the JDK's keytool.
     *
     * @param folder where the files are put
     * @return key and trust store
     * @throws IOException if a file cannot be written
     * @throws InterruptedException if the thread is interrupted while keytool works
     */
    public static LocalTls in(Path folder) throws IOException, InterruptedException {
        Path keys = folder.resolve("keys.p12");
        Path trusted = folder.resolve("trust.p12");
        if (Files.notExists(keys)) {
            keytool(keys);
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(keys)) {
                store.load(in, PASSWORD.toCharArray());
            }
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
            try (OutputStream out = Files.newOutputStream(trusted)) {
                trust.store(out, PASSWORD.toCharArray());
            }
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return new LocalTls(context, trusted);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path keys) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + said);
        }
    }
}

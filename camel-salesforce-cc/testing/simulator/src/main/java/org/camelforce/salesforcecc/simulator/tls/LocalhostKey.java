package org.camelforce.salesforcecc.simulator.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key for {@code localhost} and {@code 127.0.0.1} with a certificate that it has signed itself, for a simulator that
 * is called over TLS. The JDK's keytool makes it, a part of every Java runtime: nothing in the JDK's public API signs
 * certificates. Immutable.
 *
 * @param certificate what a client has to trust
 * @param tls for a server
 */
public record LocalhostKey(Certificate certificate, SSLContext tls) {

    /** The alias of the certificate in a trust store. */
    public static final String ALIAS = "localhost";

    private static final String PASSWORD = "in a private folder for an instant";
    private static final String PASSWORD_VARIABLE = "SIMULATOR_KEY_PASSWORD";

    /**
     * Makes a key. Takes about a second, most of which keytool needs to start.
     *
     * @return a new key, valid for a year
     * @throws UncheckedIOException if keytool fails or the folder for temporary files cannot be written
     * @throws InterruptedException if the thread is interrupted while keytool works
     */
    public static LocalhostKey create() throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("salesforce-simulator");
            Path file = folder.resolve("localhost.p12");
            try {
                generate(file);
                return read(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a key for localhost", e);
        }
    }

    /**
     * For clients that take a key store.
     *
     * @return a new store that holds the certificate and nothing else
     */
    public KeyStore trustStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(ALIAS, certificate);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("A JVM that cannot keep a certificate", e);
        }
    }

    /**
     * For clients in other processes: writes the {@link #trustStore trust store} into a file of type PKCS12, which the
     * system property {@code javax.net.ssl.trustStore} can name.
     *
     * @param file is replaced if it exists
     * @param password to read it with; without one, Java takes it for empty
     * @throws UncheckedIOException if the file cannot be written
     */
    public void writeTrustStore(Path file, String password) {
        try (OutputStream out = Files.newOutputStream(file)) {
            trustStore().store(out, password.toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the trust store " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void generate(Path file) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "365",
                        "-dname",
                        "CN=localhost, O=Salesforce simulator",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass:env",
                        PASSWORD_VARIABLE,
                        "-keystore",
                        file.toString()))
                .redirectErrorStream(true);
        builder.environment().put(PASSWORD_VARIABLE, PASSWORD);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            if (process.waitFor() != 0) {
                throw new IOException(keytool + " said: " + said.strip());
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static LocalhostKey read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return new LocalhostKey(keys.getCertificate(ALIAS), context);
        } catch (GeneralSecurityException e) {
            throw new IOException("The key that keytool made cannot be used", e);
        }
    }
}

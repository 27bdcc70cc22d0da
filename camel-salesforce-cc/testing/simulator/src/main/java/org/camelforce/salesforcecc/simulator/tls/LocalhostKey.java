package org.camelforce.salesforcecc.simulator.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A key for {@code localhost} and {@code 127.0.0.1} with a certificate that it has signed itself, for a simulator that
 * is called over TLS. Immutable.
 *
 * @param certificate what a client has to trust
 * @param tls for a server
 */
public record LocalhostKey(Certificate certificate, SSLContext tls) {

    /** The alias of the certificate in a trust store. */
    public static final String ALIAS = "localhost";

    private static final int DAYS = 365;
    private static final int PEM_LINE = 64;

    /**
     * Makes a key.
     *
     * @param names host names and addresses that the certificate has besides {@code localhost} and {@code 127.0.0.1}
     * @return a new key, valid for a year
     */
    public static LocalhostKey create(String... names) {
        HeldCertificate.Builder builder = new HeldCertificate.Builder()
                .commonName("localhost")
                .organizationalUnit("Salesforce simulator")
                .duration(DAYS, TimeUnit.DAYS);
        Stream.concat(Stream.of("localhost", "127.0.0.1"), Stream.of(names))
                .distinct()
                .forEach(builder::addSubjectAlternativeName);
        HeldCertificate held = builder.build();
        return new LocalhostKey(
                held.certificate(),
                new HandshakeCertificates.Builder()
                        .heldCertificate(held)
                        .build()
                        .sslContext());
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
     * For clients that are not written in Java.
     *
     * @return the certificate in PEM (RFC 7468)
     */
    public String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was decoded", e);
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
}

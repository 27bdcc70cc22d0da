package org.camelforce.salesforcecc.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsOptionsIT {

    private static final Pattern PEM = Pattern.compile("The certificate for clients that take PEM: (\\S+)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void runWhenTlsThenAClientWithThePrintedCertificateIsServedAtBothNames(String host) {
        ProgramRun run = new ProgramRun(started -> {
            String url = started.printed("login-url");
            assertThat(url).startsWith("https://127.0.0.1:");
            assertThat(status(url.replace("127.0.0.1", host), printedCertificate(started)))
                    .isEqualTo(200);
        });

        assertThat(run.execute("--port=0", "--tls")).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void runWhenTlsAndClientDoesNotTrustThenRefused() {
        ProgramRun run = new ProgramRun(started -> assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(started.printed("login-url")))
                                        .build(),
                                BodyHandlers.discarding())));

        assertThat(run.execute("--port=0", "--tls")).isZero();
    }

    @Test
    void runWhenTlsAndHostThenTheCertificateNamesIt() {
        ProgramRun run = new ProgramRun(started -> assertThat(names(certificate(printedCertificate(started))))
                .contains("localhost", "127.0.0.1", "salesforce"));

        assertThat(run.execute("--port=0", "--tls", "--host=salesforce")).isZero();
    }

    @Test
    void runWhenCertificateFileGivenThenItStays() {
        Path file = folder.resolve("simulator.pem");
        ProgramRun run = new ProgramRun();

        run.execute("--port=0", "--tls", "--certificate", file.toString());

        assertThat(printedCertificate(run)).isEqualTo(file);
        assertThat(certificate(file).getType()).isEqualTo("X.509");
    }

    @Test
    void prepareWhenTrustStoreCannotBeReadThenTheTemporaryCertificateIsGone() throws IOException {
        Path noStore = Files.writeString(folder.resolve("store.p12"), "no store");
        CertificateFile certificate = CertificateFile.forThisRun();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> KeyOfRun.prepare(TrustStoreFile.at(noStore), certificate));
        assertThat(certificate.path()).doesNotExist();
    }

    @Test
    void prepareWhenCertificateCannotBeWrittenThenTheTemporaryTrustStoreIsGone() {
        TrustStoreFile store = TrustStoreFile.forThisRun();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> KeyOfRun.prepare(store, CertificateFile.at(folder)));
        assertThat(store.path()).doesNotExist();
    }

    @Test
    void runWhenItEndsThenTheTemporaryCertificateIsGone() {
        ProgramRun run = new ProgramRun(
                started -> assertThat(printedCertificate(started)).isRegularFile());

        assertThat(run.execute("--port=0", "--tls")).isZero();
        assertThat(printedCertificate(run)).doesNotExist();
    }

    private static Path printedCertificate(ProgramRun run) {
        Matcher line = PEM.matcher(run.out());
        assertThat(line.find()).isTrue();
        return Path.of(line.group(1));
    }

    private static int status(String loginUrl, Path pem) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .sslContext(trusting(pem))
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(loginUrl + "/services/data"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static SSLContext trusting(Path pem) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("simulator", certificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> names(Certificate certificate) {
        try {
            return ((X509Certificate) certificate)
                    .getSubjectAlternativeNames().stream()
                            .map(name -> name.get(1).toString())
                            .toList();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Certificate certificate(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }
}

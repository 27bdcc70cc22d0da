package org.camelforce.salesforcecc.internal.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** TLS handshakes that send nothing else. */
final class TlsProbe {

    private TlsProbe() {}

    /** Shakes hands as an HTTPS client does (RFC 2818) and says with what. */
    static String handshake(SSLContext context, Socket socket, String host, int timeoutMillis) throws IOException {
        try (SSLSocket tls =
                (SSLSocket) context.getSocketFactory().createSocket(socket, host, socket.getPort(), true)) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.setSoTimeout(timeoutMillis);
            tls.startHandshake();
            X509Certificate certificate = (X509Certificate) tls.getSession().getPeerCertificates()[0];
            return tls.getSession().getProtocol() + ", certificate valid to "
                    + certificate.getNotAfter().toInstant();
        }
    }

    /** The innermost reason of a failed handshake. */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        for (Throwable next = failure.getCause(); next != null; next = next.getCause()) {
            cause = next;
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** The certificate that a server shows, read from a handshake that is always broken off. */
    static @Nullable X509Certificate certificateOf(String host, int port, int timeoutMillis) {
        AtomicReference<@Nullable X509Certificate> seen = new AtomicReference<>();
        try (Socket socket = new Socket()) {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new CertificateRecorder(seen)}, null);
            socket.connect(new InetSocketAddress(host, port), timeoutMillis);
            handshake(context, socket, host, timeoutMillis);
        } catch (IOException | GeneralSecurityException e) {
            return seen.get();
        }
        return seen.get();
    }

    /** Looks at certificates and trusts none. */
    private static final class CertificateRecorder implements X509TrustManager {

        private final AtomicReference<@Nullable X509Certificate> seen;

        CertificateRecorder(AtomicReference<@Nullable X509Certificate> seen) {
            this.seen = seen;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("not a server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            seen.set(chain[0]);
            throw new CertificateException("only looked at");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

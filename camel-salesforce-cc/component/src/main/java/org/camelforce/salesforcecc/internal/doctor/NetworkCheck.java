package org.camelforce.salesforcecc.internal.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.internal.connection.HttpProxySettings;

/**
 * Whether the login host, or the proxy on the way to it, is known and can be reached, and its certificate is trusted.
 */
final class NetworkCheck implements Check {

    @Override
    public CheckName name() {
        return CheckName.NETWORK;
    }

    @Override
    public Set<CheckName> needs(DiagnosisContext examination) {
        return Set.of(CheckName.LOGIN_URL);
    }

    @Override
    public Diagnosis examine(DiagnosisContext examination) {
        DoctorSettings settings = examination.settings();
        URI url = examination.loginUrl().value();
        boolean tls = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : tls ? 443 : 80;
        HttpProxySettings proxy = settings.transport().proxy();
        if (proxy != null && tls && proxy.isFor(url.getHost(), port)) {
            return examine(settings, proxy.host(), proxy.port(), proxy.secure(), "the proxy ", proxyRemedy());
        }
        String host = url.getHost().replaceAll("[\\[\\]]", "");
        return examine(settings, host, port, tls, "", DenialReason.WRONG_DOMAIN.remedy());
    }

    private static Diagnosis examine(
            DoctorSettings settings, String host, int port, boolean tls, String role, String unknownHostRemedy) {
        String place = role + host + ":" + port;
        int timeout = (int) Math.min(settings.timeoutMillis(), Integer.MAX_VALUE);
        try (Socket socket = new Socket()) {
            InetAddress address = InetAddress.getByName(host);
            socket.connect(new InetSocketAddress(address, port), timeout);
            String reached = place + " is reached at " + address.getHostAddress();
            return tls
                    ? Diagnosis.passed(reached + ", "
                            + TlsProbe.handshake(settings.transport().tls(), socket, host, timeout))
                    : Diagnosis.passed(reached + (role.isEmpty() ? ", without TLS" : ""));
        } catch (UnknownHostException e) {
            return Diagnosis.failed("DNS does not know the host " + host, unknownHostRemedy);
        } catch (SSLException e) {
            return Diagnosis.failed(
                    "TLS with " + place + " fails: " + TlsProbe.reason(e) + certificate(host, port, timeout),
                    role.isEmpty() ? trustRemedy() : proxyTlsRemedy());
        } catch (IOException e) {
            return Diagnosis.failed("No connection to " + place + ": " + e.getMessage(), firewallRemedy());
        }
    }

    private static String certificate(String host, int port, int timeout) {
        X509Certificate certificate = TlsProbe.certificateOf(host, port, timeout);
        return certificate == null
                ? ""
                : ". The server shows the certificate of "
                        + certificate.getSubjectX500Principal().getName()
                        + ", issued by " + certificate.getIssuerX500Principal().getName() + ", valid from "
                        + certificate.getNotBefore().toInstant() + " to "
                        + certificate.getNotAfter().toInstant();
    }

    static String trustRemedy() {
        return "Put the certificate authority that signed it into the trust store of option sslContextParameters, or of"
                + " the Java installation. If it is not Salesforce's certificate, a proxy on the way opens the connection.";
    }

    static String firewallRemedy() {
        return "Allow this machine to connect to that host and port in the firewall, or set options httpProxyHost and"
                + " httpProxyPort.";
    }

    private static String proxyRemedy() {
        return "Check options httpProxyHost and httpProxyPort.";
    }

    private static String proxyTlsRemedy() {
        return "If the proxy speaks plain HTTP, as most do, set option httpProxySecure to false. Otherwise, put the"
                + " certificate authority that signed its certificate into the trust store of option sslContextParameters.";
    }
}

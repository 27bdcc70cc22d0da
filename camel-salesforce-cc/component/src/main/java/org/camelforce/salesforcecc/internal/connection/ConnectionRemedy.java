package org.camelforce.salesforcecc.internal.connection;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** What to change when a connection fails at a proxy, or because of TLS. */
public final class ConnectionRemedy {

    private static final int MAX_CAUSES = 20;

    private ConnectionRemedy() {}

    /**
     * @param failure of a request or a connection, or null
     * @return sentences that name the options to look at, without the last full stop; empty if the failure does not
     *     tell
     */
    public static String of(@Nullable Throwable failure) {
        return first(failure, ConnectionRemedy::ofOne);
    }

    /** {@return the first text of a failure and its causes that is not empty; empty if there is none} */
    static String first(@Nullable Throwable failure, Function<Throwable, String> text) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(text)
                .filter(remedy -> !remedy.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String ofOne(Throwable failure) {
        if (failure instanceof HttpResponseException answered) {
            return ofAnswer(answered.getResponse());
        }
        return failure instanceof SSLException ? ofTls(String.valueOf(failure.getMessage())) : "";
    }

    private static String ofAnswer(@Nullable Response answer) {
        if (answer == null || !HttpMethod.CONNECT.is(answer.getRequest().getMethod())) {
            return "";
        }
        return answer.getStatus() == HttpStatus.PROXY_AUTHENTICATION_REQUIRED_407
                ? denied(answer.getHeaders().getFields(HttpHeader.PROXY_AUTHENTICATE).stream()
                        .map(HttpField::getValue)
                        .toList())
                : notConnected("status " + answer.getStatus());
    }

    /** @param challenges which logins the proxy asks for */
    static String denied(List<String> challenges) {
        return "The proxy answers with status 407 and asks for the login "
                + OutsideText.said(String.join(", ", ProxyChallenge.shown(challenges)))
                + ". Check options httpProxyUsername and httpProxyPassword. Option httpProxyRealm must be the realm that it"
                + " asks with, httpProxyUseDigestAuth must be true for Digest and false for Basic, and httpProxyAuthUri"
                + " must be the URL of the proxy";
    }

    /** @param answer what the proxy answers */
    static String notConnected(String answer) {
        return "The proxy does not connect, it answers with " + OutsideText.said(answer)
                + ". Let it connect to that host and port, or add them to option httpProxyExcludedAddresses";
    }

    private static String ofTls(String said) {
        if (said.toLowerCase(Locale.ROOT).contains("unrecognized ssl message")
                || said.contains("not an SSL/TLS record")) {
            return "What answers does not speak TLS. If that is the proxy, set option httpProxySecure to false";
        }
        if (said.contains("fatal alert")) {
            return "The server ends the TLS handshake. If the org demands a client certificate, set option"
                    + " sslContextParameters with the key store that has it";
        }
        return said.contains("PKIX") || said.contains("certif") || said.contains("No subject alternative")
                ? "Put the certificate authority that signed the server's certificate into the trust store of option"
                        + " sslContextParameters, or of the Java installation"
                : "";
    }
}

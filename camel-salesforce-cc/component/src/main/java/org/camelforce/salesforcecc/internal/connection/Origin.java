package org.camelforce.salesforcecc.internal.connection;

import java.net.URI;
import java.util.Locale;

/**
 * Where a request goes: scheme, host and port, the port always explicit (RFC 6454, section 4).
 *
 * @param scheme {@code http} or {@code https}
 * @param host host name or address, without the brackets of an IPv6 address
 * @param port the port
 */
public record Origin(String scheme, String host, int port) {

    /** Takes scheme and host in lower case, and the scheme's port for one that is not positive. */
    public Origin {
        scheme = scheme.toLowerCase(Locale.ROOT);
        host = host.toLowerCase(Locale.ROOT);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (port <= 0) {
            port = scheme.equals("https") ? 443 : 80;
        }
    }

    /**
     * @param url an absolute URL with a host
     * @return its origin
     */
    public static Origin of(URI url) {
        return new Origin(url.getScheme(), url.getHost(), url.getPort());
    }

    /** @return whether it is reached over TLS */
    public boolean isSecure() {
        return scheme.equals("https");
    }

    /** @return this origin as a URL without path */
    public URI url() {
        String authority = host.contains(":") ? "[" + host + "]" : host;
        return URI.create(scheme + "://" + authority + ":" + port);
    }
}

package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scheme, host and port under which clients reach the org. An answer names the host of its request, so that clients
 * behind another name, a container's port or a proxy find the org again. Only {@code localhost} is answered with the
 * org's own host: Java's cookie store adds {@code .local} to a name without a dot, and a streaming client that uses it,
 * as Camel's does, never gets its cookies back. Safe for use by several threads.
 */
public final class InstanceUrl extends HttpFilter implements Supplier<String> {

    private static final long serialVersionUID = 1L;
    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
    private static final int MAX_ORIGINS = 100;

    private final String scheme;
    private final String host;
    private final transient IntSupplier port;
    private final transient ThreadLocal<@Nullable String> ofRequest = new ThreadLocal<>();
    private final transient Set<String> answered = latest();

    /**
     * @param secure whether the org speaks https
     * @param host the org's own host name or address, IPv6 addresses in brackets
     * @param port its port, asked for when it is known
     */
    public InstanceUrl(boolean secure, String host, IntSupplier port) {
        this.scheme = secure ? "https" : "http";
        this.host = host;
        this.port = port;
    }

    /** @return the org's own URL, whatever its clients use */
    public String own() {
        return scheme + "://" + host + ":" + port.getAsInt();
    }

    /** @return the URL that the request on this thread was sent to, the org's own one without a request */
    @Override
    public String get() {
        String url = ofRequest.get();
        return url == null ? own() : url;
    }

    /**
     * @param url what a client takes for the URL of the org
     * @return whether it leads here: to the org's port at its own host or any loopback address, or to where an answer
     *     has told clients to go; compared as a URL, not as text
     */
    public boolean isOf(String url) {
        String origin = origin(url);
        return !origin.isEmpty() && (origin.equals(origin(own())) || answered.contains(origin));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String url = of(request);
        answered.add(origin(url));
        ofRequest.set(url);
        try {
            chain.doFilter(request, response);
        } finally {
            ofRequest.remove();
        }
    }

    private String of(HttpServletRequest request) {
        String authority = request.getHeader("Host");
        if (authority == null || !AUTHORITY.matcher(authority).matches()) {
            return own();
        }
        boolean localhost = authority.toLowerCase(Locale.ROOT).matches("localhost(:\\d+)?");
        return scheme(request) + "://" + (localhost ? host + authority.substring("localhost".length()) : authority);
    }

    private String scheme(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-Proto");
        return "https".equals(forwarded) || "http".equals(forwarded) ? forwarded : scheme;
    }

    private String origin(String url) {
        URI uri;
        try {
            uri = new URI(url).parseServerAuthority();
        } catch (URISyntaxException e) {
            return "";
        }
        boolean bare = uri.getUserInfo() == null
                && uri.getQuery() == null
                && uri.getFragment() == null
                && (uri.getPath() == null || uri.getPath().matches("/?"));
        if (!bare || uri.getHost() == null || uri.getScheme() == null) {
            return "";
        }
        String protocol = uri.getScheme().toLowerCase(Locale.ROOT);
        String name = uri.getHost().toLowerCase(Locale.ROOT);
        int usual = protocol.equals("https") ? 443 : 80;
        return protocol + "://" + (LOOPBACK.matcher(name).matches() ? host : name) + ":"
                + (uri.getPort() < 0 ? usual : uri.getPort());
    }

    private static Set<String> latest() {
        return Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > MAX_ORIGINS;
            }
        }));
    }
}

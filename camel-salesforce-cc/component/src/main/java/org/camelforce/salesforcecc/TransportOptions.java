package org.camelforce.salesforcecc;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.camelforce.salesforcecc.internal.connection.HttpProxySettings;
import org.camelforce.salesforcecc.internal.connection.TransportSettings;
import org.camelforce.salesforcecc.internal.subscription.pubsub.PubSubSettings;
import org.eclipse.jetty.client.HttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What a component's options say about how requests travel: TLS, proxy, time-outs and buffers. A value of
 * {@code httpClientProperties} with upstream's name for an option wins over the option. Options that do nothing without
 * others are refused by name.
 */
final class TransportOptions {

    private final SalesforceCcOptions component;
    private final Map<String, Object> properties;

    TransportOptions(SalesforceCcOptions component) {
        this.component = component;
        this.properties = requireNonNullElse(component.getHttpClientProperties(), Map.of());
        needs("httpProxyHost", host(), ofProxy());
        needs("httpProxyPort", port(), Map.of("httpProxyHost", host() != null));
        needs("httpProxyUsername", username(), ofLogin());
        Map<String, Boolean> login = Map.of("httpProxyUsername", !isBlank(username()));
        needs("httpProxyPassword", notBlank(password()), login);
        needs("httpProxyRealm", notBlank(realm()), login);
        needs("httpProxyAuthUri", notBlank(authUri()), login);
        if (isSocks4() && !isBlank(username())) {
            throw new IllegalArgumentException(
                    "Option httpProxyUsername does nothing with httpProxySocks4=true, because a"
                            + " SOCKS4 proxy takes no password. Remove one of them.");
        }
    }

    /**
     * How HTTP requests travel.
     *
     * @throws IllegalArgumentException if an option cannot work; the message names it
     */
    TransportSettings transport() {
        return new TransportSettings(
                tls(),
                value(
                        SalesforceComponent.HTTP_CONNECTION_TIMEOUT,
                        component.getHttpClientConnectionTimeout(),
                        Long.class),
                value(SalesforceComponent.HTTP_IDLE_TIMEOUT, component.getHttpClientIdleTimeout(), Long.class),
                value(SalesforceComponent.HTTP_REQUEST_TIMEOUT, component.getHttpRequestTimeout(), Long.class),
                requireNonNullElse(
                        given(
                                SalesforceComponent.HTTP_REQUEST_BUFFER_SIZE,
                                component.getHttpRequestBufferSize(),
                                Integer.class),
                        TransportSettings.DEFAULT_REQUEST_BUFFER_BYTES),
                maxContentLength(),
                proxy(),
                this::bind);
    }

    /** The options that make transports the same; the others belong to single requests. */
    Object identity() {
        TransportSettings settings = transport();
        return Arrays.asList(
                tlsParameters(),
                settings.connectTimeoutMillis(),
                settings.idleTimeoutMillis(),
                settings.requestBufferBytes(),
                settings.proxy(),
                new HashMap<>(properties),
                component.getWorkerPoolSize(),
                component.getWorkerPoolMaxSize());
    }

    /**
     * How the Pub/Sub API is reached.
     *
     * @throws IllegalArgumentException if no token may be sent there; the message names the option
     */
    PubSubSettings pubSub(TransportSettings transport, Object identity) {
        return new PubSubSettings(
                        component.getPubSubHost(),
                        component.getPubSubPort(),
                        component.isPubsubAllowUseSystemProxy(),
                        transport.proxy(),
                        transport.tls(),
                        identity)
                .requireTrusted(LoginOptions.trustedHosts(component.getAllowedHosts()));
    }

    private SSLContext tls() {
        CamelContext context = component.getCamelContext();
        SSLContextParameters parameters = tlsParameters();
        try {
            return (parameters == null ? new SSLContextParameters() : parameters).createSSLContext(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("Option sslContextParameters cannot be used: " + e, e);
        }
    }

    private @Nullable SSLContextParameters tlsParameters() {
        SSLContextParameters parameters = component.getSslContextParameters();
        return parameters == null && component.isUseGlobalSslContextParameters()
                ? component.getCamelContext().getSSLContextParameters()
                : parameters;
    }

    private int maxContentLength() {
        Integer limit =
                given(SalesforceComponent.HTTP_MAX_CONTENT_LENGTH, component.getHttpMaxContentLength(), Integer.class);
        return limit == null
                ? value("maxContentLength", TransportSettings.DEFAULT_MAX_ANSWER_BYTES, Integer.class)
                : limit;
    }

    private void bind(HttpClient client) {
        PropertyBindingSupport.bindProperties(component.getCamelContext(), client, new HashMap<>(properties));
    }

    private @Nullable HttpProxySettings proxy() {
        String host = notBlank(host());
        Integer port = port();
        return host == null || port == null
                ? null
                : new HttpProxySettings(host, port, isSocks4(), isSecure(), login(), included(), excluded());
    }

    private HttpProxySettings.@Nullable Login login() {
        String username = notBlank(username());
        String password = password();
        String realm = realm();
        String uri = authUri();
        if (username == null || password == null || realm == null || uri == null) {
            return null;
        }
        try {
            return new HttpProxySettings.Login(username, password, realm, new URI(uri), isDigest());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Option httpProxyAuthUri is " + uri + ", which is not a URL", e);
        }
    }

    private @Nullable String host() {
        return given(SalesforceComponent.HTTP_PROXY_HOST, component.getHttpProxyHost(), String.class);
    }

    private @Nullable Integer port() {
        return given(SalesforceComponent.HTTP_PROXY_PORT, component.getHttpProxyPort(), Integer.class);
    }

    private boolean isSocks4() {
        return value(SalesforceComponent.HTTP_PROXY_IS_SOCKS4, component.isHttpProxySocks4(), Boolean.class);
    }

    /** The option has a default, which upstream takes for a proxy of option httpProxyHost only. */
    private boolean isSecure() {
        boolean byOption = !isBlank(component.getHttpProxyHost()) && component.isHttpProxySecure();
        return value(SalesforceComponent.HTTP_PROXY_IS_SECURE, byOption, Boolean.class);
    }

    private boolean isDigest() {
        return value(
                SalesforceComponent.HTTP_PROXY_USE_DIGEST_AUTH, component.isHttpProxyUseDigestAuth(), Boolean.class);
    }

    private Set<String> included() {
        return addresses(SalesforceComponent.HTTP_PROXY_INCLUDE, component.getHttpProxyIncludedAddresses());
    }

    private Set<String> excluded() {
        return addresses(SalesforceComponent.HTTP_PROXY_EXCLUDE, component.getHttpProxyExcludedAddresses());
    }

    private @Nullable String username() {
        return given(SalesforceComponent.HTTP_PROXY_USERNAME, component.getHttpProxyUsername(), String.class);
    }

    private @Nullable String password() {
        return given(SalesforceComponent.HTTP_PROXY_PASSWORD, component.getHttpProxyPassword(), String.class);
    }

    private @Nullable String realm() {
        return given(SalesforceComponent.HTTP_PROXY_REALM, component.getHttpProxyRealm(), String.class);
    }

    private @Nullable String authUri() {
        return given(SalesforceComponent.HTTP_PROXY_AUTH_URI, component.getHttpProxyAuthUri(), String.class);
    }

    private Map<String, Boolean> ofProxy() {
        Map<String, Boolean> options = new LinkedHashMap<>();
        options.put("httpProxyPort", port() != null);
        options.put("httpProxyUsername", username() != null);
        options.put("httpProxySocks4", isSocks4());
        options.put(
                "httpProxySecure",
                !value(SalesforceComponent.HTTP_PROXY_IS_SECURE, component.isHttpProxySecure(), Boolean.class));
        options.put("httpProxyIncludedAddresses", !included().isEmpty());
        options.put("httpProxyExcludedAddresses", !excluded().isEmpty());
        return options;
    }

    private Map<String, Boolean> ofLogin() {
        Map<String, Boolean> options = new LinkedHashMap<>();
        options.put("httpProxyPassword", password() != null);
        options.put("httpProxyRealm", realm() != null);
        options.put("httpProxyAuthUri", authUri() != null);
        options.put("httpProxyUseDigestAuth", isDigest());
        return options;
    }

    private Set<String> addresses(String name, @Nullable Set<String> option) {
        Object value = properties.get(name);
        if (value == null) {
            return requireNonNullElse(option, Set.of());
        }
        if (value instanceof String text) {
            return elements(List.of(text.split(",")));
        }
        if (value instanceof Object[] array) {
            return elements(List.of(array));
        }
        if (value instanceof Collection<?> collection) {
            return elements(collection);
        }
        throw new IllegalArgumentException("Option httpClientProperties." + name
                + " must be a set of addresses, or addresses separated by commas, but is a "
                + value.getClass().getName());
    }

    private static Set<String> elements(Collection<?> addresses) {
        return addresses.stream()
                .map(address -> String.valueOf(address).trim())
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private <T> T value(String name, T option, Class<T> type) {
        return requireNonNullElse(given(name, option, type), option);
    }

    private <T> @Nullable T given(String name, @Nullable T option, Class<T> type) {
        Object value = properties.get(name);
        return value == null
                ? option
                : component.getCamelContext().getTypeConverter().convertTo(type, value);
    }

    private static @Nullable String notBlank(@Nullable String text) {
        return isBlank(text) ? null : text;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static void needs(String needed, @Nullable Object value, Map<String, Boolean> options) {
        options.forEach((name, isSet) -> {
            if (isSet && value == null) {
                throw new IllegalArgumentException("Option " + name + " does nothing without option " + needed
                        + "; set that too, or remove this one.");
            }
        });
    }
}

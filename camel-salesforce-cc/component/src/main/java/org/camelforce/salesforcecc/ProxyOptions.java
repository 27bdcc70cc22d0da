package org.camelforce.salesforcecc;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.camelforce.salesforcecc.internal.connection.HttpProxySettings;
import org.camelforce.salesforcecc.internal.subscription.pubsub.PubSubSettings;
import org.jspecify.annotations.Nullable;

/** What a component's options say about an HTTP proxy. Options that do nothing without others are refused by name. */
final class ProxyOptions {

    private final SalesforceCcOptions component;

    ProxyOptions(SalesforceCcOptions component) {
        this.component = component;
        needs("httpProxyHost", component.getHttpProxyHost(), ofProxy());
        needs(
                "httpProxyPort",
                component.getHttpProxyPort(),
                Map.of("httpProxyHost", isSet(component.getHttpProxyHost())));
        needs("httpProxyUsername", component.getHttpProxyUsername(), ofLogin());
        boolean login = component.getHttpProxyUsername() != null;
        Map<String, Boolean> username = Map.of("httpProxyUsername", login);
        needs("httpProxyPassword", component.getHttpProxyPassword(), username);
        needs("httpProxyRealm", component.getHttpProxyRealm(), username);
        needs("httpProxyAuthUri", component.getHttpProxyAuthUri(), username);
    }

    /**
     * How the Pub/Sub API is reached.
     *
     * @throws IllegalArgumentException if no token may be sent there; the message names the option
     */
    PubSubSettings pubSub(SSLContext tls) {
        return new PubSubSettings(
                        component.getPubSubHost(),
                        component.getPubSubPort(),
                        component.isPubsubAllowUseSystemProxy(),
                        proxy(),
                        tls)
                .requireTrusted(LoginOptions.trustedHosts(component.getAllowedHosts()));
    }

    private @Nullable HttpProxySettings proxy() {
        String host = component.getHttpProxyHost();
        Integer port = component.getHttpProxyPort();
        if (host == null || port == null) {
            return null;
        }
        return new HttpProxySettings(
                host,
                port,
                component.getHttpProxyUsername(),
                component.getHttpProxyPassword(),
                component.getHttpProxyIncludedAddresses(),
                component.getHttpProxyExcludedAddresses(),
                notForPubSub());
    }

    private @Nullable String notForPubSub() {
        if (component.isHttpProxySocks4()) {
            return "httpProxySocks4=true";
        }
        if (component.isHttpProxySecure()) {
            return "httpProxySecure=true, its default";
        }
        return component.isHttpProxyUseDigestAuth() ? "httpProxyUseDigestAuth=true" : null;
    }

    private Map<String, Boolean> ofProxy() {
        Map<String, Boolean> options = new LinkedHashMap<>();
        options.put("httpProxyPort", isSet(component.getHttpProxyPort()));
        options.put("httpProxyUsername", isSet(component.getHttpProxyUsername()));
        options.put("httpProxySocks4", component.isHttpProxySocks4());
        options.put("httpProxySecure", !component.isHttpProxySecure());
        options.put("httpProxyIncludedAddresses", isSet(component.getHttpProxyIncludedAddresses()));
        options.put("httpProxyExcludedAddresses", isSet(component.getHttpProxyExcludedAddresses()));
        return options;
    }

    private Map<String, Boolean> ofLogin() {
        Map<String, Boolean> options = new LinkedHashMap<>();
        options.put("httpProxyPassword", isSet(component.getHttpProxyPassword()));
        options.put("httpProxyRealm", isSet(component.getHttpProxyRealm()));
        options.put("httpProxyAuthUri", isSet(component.getHttpProxyAuthUri()));
        options.put("httpProxyUseDigestAuth", component.isHttpProxyUseDigestAuth());
        return options;
    }

    private static boolean isSet(@Nullable Object value) {
        return value != null;
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

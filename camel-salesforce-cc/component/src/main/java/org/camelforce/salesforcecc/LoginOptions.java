package org.camelforce.salesforcecc;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.SalesforceHttpClient;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.util.StringHelper;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.CredentialsSource;
import org.camelforce.salesforcecc.credentials.FileCredentialsSource;
import org.camelforce.salesforcecc.credentials.OptionCredentialsSource;
import org.camelforce.salesforcecc.internal.credentials.PropertyPlaceholders;
import org.camelforce.salesforcecc.internal.oauth.LoginUrl;
import org.camelforce.salesforcecc.internal.oauth.OAuthClient;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.camelforce.salesforcecc.internal.session.LoginSettings;
import org.camelforce.salesforcecc.internal.token.IdentityGuard;
import org.jspecify.annotations.Nullable;

/**
 * What a component's options say about the login. An option of the component wins over the same one of its
 * {@code loginConfig} bean. Options that cannot work are refused with their name.
 */
final class LoginOptions {

    private final SalesforceCcOptions component;
    private final @Nullable SalesforceLoginConfig bean;
    private final PropertyPlaceholders placeholders;

    /** @param bean the {@code loginConfig} that the user has set, or null */
    LoginOptions(SalesforceCcOptions component, @Nullable SalesforceLoginConfig bean) {
        this.component = component;
        this.bean = bean;
        this.placeholders = new PropertyPlaceholders(component.getCamelContext(), component.names());
        refuseOtherHttpClient(component.getConfig());
        refuseFormerNames();
        IdleOptions.refuse(component, bean);
        UnsupportedLoginOptions.refuse(component, bean);
    }

    static void refuseOtherHttpClient(@Nullable SalesforceEndpointConfig config) {
        SalesforceHttpClient client = config == null ? null : config.getHttpClient();
        if (client != null) {
            throw new IllegalArgumentException(
                    "Option httpClient is not for use with salesforce-cc, whose HTTP client renews the"
                            + " access token; set httpClientProperties, sslContextParameters or the httpProxy options instead.");
        }
    }

    private void refuseFormerNames() {
        for (String former : component.formerNames()) {
            String name = former.replace("nextClient", "next.client");
            throw new IllegalArgumentException("Option " + former
                    + " is not for use, because Camel shows its value in the"
                    + " log. Set option " + name + " instead, in properties "
                    + StringHelper.camelCaseToDash(name) + ", and give the app a new secret if this one was logged.");
        }
    }

    LoginSettings settings() {
        AuthenticationStrategy strategy = component.getAuthenticationStrategy();
        if (strategy != null) {
            return new LoginSettings.WithStrategy(strategy);
        }
        CredentialsSource credentials = credentials();
        TrustedHosts trusted = trustedHosts(component.getAllowedHosts());
        return new LoginSettings.WithClientCredentials(
                LoginUrl.parse(loginUrl(credentials), trusted),
                credentials,
                component.getClientAuthenticationMethod(),
                trusted);
    }

    /** The options without which there can be no login, and which are not set. */
    List<String> missing() {
        if (component.getAuthenticationStrategy() != null) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        boolean elsewhere = component.getCredentialsSource() != null || component.getCredentialsLocation() != null;
        if (!elsewhere) {
            Map<String, String> set = pairs();
            Stream.of("clientId", "clientSecret")
                    .filter(name -> set.getOrDefault(name, "").isBlank())
                    .forEach(missing::add);
        }
        String option = either(SalesforceComponent::getLoginUrl, SalesforceLoginConfig::getLoginUrl);
        String url = option == null && elsewhere ? loginUrl(credentials()) : option;
        if (url == null || url.isBlank()) {
            missing.add("loginUrl");
        }
        return missing;
    }

    IdentityGuard identityWatch() {
        return new IdentityGuard(component.getExpectedOrgId(), component.getExpectedUserId());
    }

    CredentialsSource credentials() {
        CredentialsSource source = component.getCredentialsSource();
        String location = component.getCredentialsLocation();
        if (source == null && location == null) {
            return new OptionCredentialsSource(this::pairs, placeholders::resolve);
        }
        if (source != null && location != null || !pairs().isEmpty()) {
            throw new IllegalArgumentException("Set either clientId and clientSecret, or option credentialsLocation, or"
                    + " option credentialsSource, but not several of them.");
        }
        return source == null ? file(Objects.requireNonNull(location)) : source;
    }

    private static CredentialsSource file(String location) {
        FileCredentialsSource file = new FileCredentialsSource(Path.of(location));
        try {
            file.candidates();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Option credentialsLocation is " + location + ", which cannot be read: " + e, e);
        }
        return file;
    }

    private Map<String, String> pairs() {
        Map<String, @Nullable String> options = new LinkedHashMap<>();
        options.put("clientId", either(SalesforceComponent::getClientId, SalesforceLoginConfig::getClientId));
        options.put(
                "clientSecret", either(SalesforceComponent::getClientSecret, SalesforceLoginConfig::getClientSecret));
        options.put("next.clientId", component.getNext().getClientId());
        options.put("next.clientSecret", component.getNext().getClientSecret());
        Map<String, String> set = new LinkedHashMap<>();
        options.forEach((name, value) -> {
            if (value != null) {
                set.put(name, value);
            }
        });
        return set;
    }

    /** The login URL as the user wrote it, of the options or else of the credentials; null if there is none. */
    @Nullable
    String loginUrl(CredentialsSource credentials) {
        String option = either(SalesforceComponent::getLoginUrl, SalesforceLoginConfig::getLoginUrl);
        if (option != null) {
            return option;
        }
        try {
            return credentials.loginUrl();
        } catch (Exception e) {
            throw new IllegalArgumentException(
                    "Option loginUrl is missing, and the credentials' source could not be asked for it: " + e, e);
        }
    }

    /** What overrides the instance URL of the token response, or null; a placeholder without a value is no URL. */
    @Nullable
    String instanceUrl() {
        String url = either(SalesforceComponent::getInstanceUrl, SalesforceLoginConfig::getInstanceUrl);
        if (url == null || url.isBlank()) {
            return null;
        }
        if (!isPlain(url)) {
            throw new IllegalArgumentException(
                    "Option instanceUrl must not carry user information, a query, a fragment, or a path of more than plain"
                            + " names. Use the form https://<my domain>.my.salesforce.com, with a port if need be.");
        }
        if (url.startsWith("http:") && isTrusted("https:" + url.substring("http:".length()))) {
            if (!isTrusted(url)) {
                throw new IllegalArgumentException("Option instanceUrl is " + url
                        + ", which would send the access token unprotected. Use HTTPS; plain HTTP is for loopback addresses"
                        + " only.");
            }
        }
        if (!isTrusted(url)) {
            throw new IllegalArgumentException(
                    "Option instanceUrl is " + url + ", which is not a Salesforce host reached over"
                            + " HTTPS. If you reach the org through your own host, name it in option allowedHosts.");
        }
        return url;
    }

    private static boolean isPlain(String url) {
        try {
            URI instance = new URI(url);
            return instance.getRawUserInfo() == null && OAuthClient.isPlain(instance);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    boolean isLazyLogin() {
        return component.isLazyLogin() || bean != null && bean.isLazyLogin();
    }

    private boolean isTrusted(String url) {
        try {
            return trustedHosts(component.getAllowedHosts()).trusts(URI.create(url));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static TrustedHosts trustedHosts(@Nullable String allowed) {
        return allowed == null ? TrustedHosts.salesforceOnly() : TrustedHosts.and(Arrays.asList(allowed.split(",")));
    }

    private @Nullable String either(
            Function<SalesforceComponent, @Nullable String> own,
            Function<SalesforceLoginConfig, @Nullable String> ofBean) {
        String value = own.apply(component);
        return value != null || bean == null ? value : ofBean.apply(bean);
    }
}

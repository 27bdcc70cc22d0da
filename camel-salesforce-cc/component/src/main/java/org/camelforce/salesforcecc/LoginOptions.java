package org.camelforce.salesforcecc;

import java.net.URI;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.SalesforceHttpClient;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.TrustedHosts;
import org.camelforce.salesforcecc.session.LoginSettings;
import org.camelforce.salesforcecc.session.ManagedSalesforceHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What a component's options say about the login. An option of the component wins over the same one of its
 * {@code loginConfig} bean. Options that cannot work are refused with their name.
 */
final class LoginOptions {

    private final SalesforceCcComponent component;
    private final @Nullable SalesforceLoginConfig bean;

    LoginOptions(SalesforceCcComponent component) {
        this.component = component;
        this.bean = component.getLoginConfig();
        refuseOtherHttpClient(component.getConfig());
        OtherFlows.refuse(component);
        if (bean != null) {
            OtherFlows.refuse(bean);
        }
        if (component.getHttpRequestTimeout() < 1) {
            throw new IllegalArgumentException(
                    "Option httpRequestTimeout must be at least 1 ms, but is " + component.getHttpRequestTimeout());
        }
    }

    static void refuseOtherHttpClient(@Nullable SalesforceEndpointConfig config) {
        SalesforceHttpClient client = config == null ? null : config.getHttpClient();
        if (client != null && !(client instanceof ManagedSalesforceHttpClient)) {
            throw new IllegalArgumentException(
                    "Option httpClient is not for use with salesforce-cc, whose HTTP client renews the"
                            + " access token; set httpClientProperties, sslContextParameters or the httpProxy options instead.");
        }
    }

    LoginSettings settings() {
        AuthenticationStrategy strategy = component.getAuthenticationStrategy();
        if (strategy != null) {
            return new LoginSettings.WithStrategy(strategy);
        }
        return LoginSettings.WithClientCredentials.of(
                either(SalesforceComponent::getLoginUrl, SalesforceLoginConfig::getLoginUrl),
                either(SalesforceComponent::getClientId, SalesforceLoginConfig::getClientId),
                either(SalesforceComponent::getClientSecret, SalesforceLoginConfig::getClientSecret),
                component.getClientAuthenticationMethod(),
                trustedHosts(component.getAllowedHosts()));
    }

    /** What overrides the instance URL of the token response, or null. */
    @Nullable
    String instanceUrl() {
        String url = either(SalesforceComponent::getInstanceUrl, SalesforceLoginConfig::getInstanceUrl);
        if (url != null && !isTrusted(url)) {
            throw new IllegalArgumentException(
                    "Option instanceUrl is " + url + ", which is not a Salesforce host reached over"
                            + " https. If the org is reached through a host of yours, name it in option allowedHosts.");
        }
        return url;
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

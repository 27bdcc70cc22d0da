package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * {@code /.well-known/auth-configuration}: whose My Domain this is, with the fields of Salesforce's Postman collection
 * ("Authentication Configuration Endpoint"). For an org without login page, single sign-on or certificate login.
 */
final class AuthConfigurationEndpoint implements OAuthEndpoint {

    private final InMemoryOrg org;
    private final Supplier<String> instanceUrl;

    AuthConfigurationEndpoint(InMemoryOrg org, Supplier<String> instanceUrl) {
        this.org = org;
        this.instanceUrl = instanceUrl;
    }

    @Override
    public void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectNode body =
                OAuthAnswer.object().put("OrgId", org.id().substring(0, 15)).put("Url", instanceUrl.get());
        body.putObject("MobileSDK")
                .put("UseiOSNativeBrowserForAuthentication", false)
                .put("UseAndroidNativeBrowserForAuthentication", false)
                .put("shareBrowserSessionIOS", false)
                .put("shareBrowserSessionAndroid", false);
        body.putNull("LoginPage");
        body.putArray("SamlProviders");
        body.putArray("AuthProviders");
        body.putNull("CertificateLogin").put("LoginPageType", "standard").putObject("LoginPageTypeConfigs");
        OAuthAnswer.json(response, body);
    }
}

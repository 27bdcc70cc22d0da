package org.camelforce.salesforcecc.doctor;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.internal.oauth.ClientCredentialsAuthenticationStrategy;
import org.camelforce.salesforcecc.internal.oauth.LoginUrl;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** What is known so far. Logs in when the first check asks for it, and once more after a passing fault. */
final class DiagnosisContext {

    private final DoctorSettings settings;
    private final HttpProbe wire;
    private final Map<CheckName, CheckResult> results = new EnumMap<>(CheckName.class);
    private @Nullable LoginUrl loginUrl;
    private @Nullable AccessToken token;
    private @Nullable LoginException loginFailure;
    private @Nullable Answer introspection;
    private boolean apiLimitReached;

    DiagnosisContext(DoctorSettings settings, HttpProbe wire) {
        this.settings = settings;
        this.wire = wire;
    }

    DoctorSettings settings() {
        return settings;
    }

    HttpProbe wire() {
        return wire;
    }

    void add(CheckResult result) {
        results.put(result.name(), result);
    }

    /** The check whose outcome keeps those from being made that need these, or null. */
    @Nullable
    CheckName obstacle(Set<CheckName> needs) {
        for (CheckName need : needs) {
            CheckResult result = results.get(need);
            if (result == null || result.status() == CheckStatus.FAILED) {
                return need;
            }
            if (result.status() == CheckStatus.SKIPPED) {
                return result.dependsOn();
            }
        }
        return null;
    }

    void setLoginUrl(LoginUrl loginUrl) {
        this.loginUrl = loginUrl;
    }

    LoginUrl loginUrl() {
        return Objects.requireNonNull(loginUrl, "loginUrl");
    }

    /** Logs in and remembers token or failure. */
    void login() throws InterruptedException {
        AuthenticationStrategy strategy = strategy();
        loginOnce(strategy);
        if (loginFailure instanceof LoginUnavailableException unavailable
                && unavailable.reason() == LoginUnavailableException.Reason.TRANSIENT_FAULT) {
            loginOnce(strategy);
        }
    }

    /** Why there is no token; null if there is one. */
    @Nullable
    LoginException loginFailure() {
        return loginFailure;
    }

    boolean isLoginRateExceeded() {
        return loginFailure instanceof LoginUnavailableException unavailable
                && unavailable.reason() == LoginUnavailableException.Reason.RATE_EXCEEDED;
    }

    boolean hasToken() {
        return token != null;
    }

    AccessToken token() {
        return Objects.requireNonNull(token, "token");
    }

    /** Where the API is called with the token. */
    URI instanceUrl() {
        URI fixed = settings.instanceUrl();
        return fixed == null ? token().instanceUrl() : fixed;
    }

    /** The instance's answer to a question about the token, asked once. */
    Answer introspection() throws InterruptedException {
        Answer known = introspection;
        if (known == null) {
            Fields form = new Fields(true);
            form.put("token", token().value());
            form.put("token_type_hint", "access_token");
            known = wire.postForm(
                    loginUrl().resolve("/services/oauth2/introspect"), form, settings.credentials(), settings.method());
            introspection = known;
        }
        return known;
    }

    URI resource(String path) {
        return URI.create(instanceUrl() + "/services/data/v" + settings.apiVersion() + path);
    }

    /** Notes that the org's daily allocation of requests is used up, so that only the check of limits fails of it. */
    void apiLimitReached() {
        apiLimitReached = true;
    }

    boolean isApiLimitReached() {
        return apiLimitReached;
    }

    private void loginOnce(AuthenticationStrategy strategy) throws InterruptedException {
        token = null;
        loginFailure = null;
        try {
            // the strategy has the same time-out of its own and tells more about it
            token = strategy.authenticate().get(2 * settings.timeoutMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            loginFailure = LoginException.of(e);
        }
    }

    private AuthenticationStrategy strategy() {
        ClientCredentialsAuthenticationStrategy strategy =
                new ClientCredentialsAuthenticationStrategy(wire.httpClient(), loginUrl(), settings::credentials);
        strategy.setMethod(settings.method());
        strategy.setTrustedHosts(settings.trustedHosts());
        strategy.setTimeout(settings.timeoutMillis());
        return strategy;
    }
}

package org.camelforce.salesforcecc.internal.doctor;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.doctor.CheckResult;
import org.camelforce.salesforcecc.doctor.CheckStatus;
import org.camelforce.salesforcecc.internal.oauth.LoginUrl;
import org.camelforce.salesforcecc.internal.oauth.OAuthClient;
import org.camelforce.salesforcecc.internal.oauth.SalesforceAnswer;
import org.camelforce.salesforcecc.internal.oauth.SalesforceClient;
import org.eclipse.jetty.client.HttpClient;
import org.jspecify.annotations.Nullable;

/** What is known so far. Logs in when the first check asks for it, and once more after a passing fault. */
final class DiagnosisContext {

    private final DoctorSettings settings;
    private final HttpClient httpClient;
    private final SalesforceClient requests;
    private final Map<CheckName, CheckResult> results = new EnumMap<>(CheckName.class);
    private @Nullable LoginUrl loginUrl;
    private @Nullable AccessToken token;
    private @Nullable ClientCredentials worked;
    private @Nullable LoginException loginFailure;
    private @Nullable LoginDeniedException denial;
    private @Nullable SalesforceAnswer introspection;
    private boolean apiLimitReached;

    /** @param httpClient sends the requests */
    DiagnosisContext(DoctorSettings settings, HttpClient httpClient) {
        this.settings = settings;
        this.httpClient = httpClient;
        this.requests = new SalesforceClient(
                httpClient,
                settings.trustedHosts()::trusts,
                settings.timeoutMillis(),
                settings.transport().maxAnswerBytes());
    }

    DoctorSettings settings() {
        return settings;
    }

    HttpClient httpClient() {
        return httpClient;
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

    /** Logs in with one pair after the other, as long as they are denied, and remembers token or failure. */
    void login() throws InterruptedException {
        LoginException first = null;
        for (ClientCredentials pair : settings.pairs()) {
            login(pair);
            first = first == null ? loginFailure : first;
            if (!(loginFailure instanceof LoginDeniedException)) {
                break;
            }
        }
        denial = first instanceof LoginDeniedException denied ? denied : null;
        loginFailure = loginFailure instanceof LoginDeniedException ? first : loginFailure;
    }

    /** Why there is no token; null if there is one. */
    @Nullable
    LoginException loginFailure() {
        return loginFailure;
    }

    /** Why the preferred pair is denied, whether another one works or not; null if it is not denied. */
    @Nullable
    LoginDeniedException denial() {
        return denial;
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
    SalesforceAnswer introspection() throws InterruptedException {
        SalesforceAnswer known = introspection;
        if (known == null) {
            known = answer(client().introspection(token(), Objects.requireNonNull(worked, "worked")));
            introspection = known;
        }
        return known;
    }

    /** The answer to a request without a token. */
    SalesforceAnswer getWithoutToken(URI url) throws InterruptedException {
        return answer(requests.get(url));
    }

    /** The answer to a request with the token. */
    SalesforceAnswer get(URI url) throws InterruptedException {
        return answer(requests.get(url, token()));
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

    private void login(ClientCredentials pair) throws InterruptedException {
        loginOnce(pair);
        if (loginFailure instanceof LoginUnavailableException unavailable
                && unavailable.reason() == LoginUnavailableException.Reason.TRANSIENT_FAULT) {
            loginOnce(pair);
        }
    }

    private void loginOnce(ClientCredentials pair) throws InterruptedException {
        token = null;
        loginFailure = null;
        try {
            token = client().token(pair).get();
            worked = pair;
        } catch (ExecutionException e) {
            loginFailure = LoginException.of(e);
        }
    }

    private OAuthClient client() {
        OAuthClient client = new OAuthClient(httpClient, loginUrl());
        client.setMethod(settings.method());
        client.setTrustedHosts(settings.trustedHosts());
        client.setTimeout(settings.timeoutMillis());
        return client;
    }

    private static SalesforceAnswer answer(CompletableFuture<SalesforceAnswer> future) throws InterruptedException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            Throwable why = e.getCause();
            return SalesforceAnswer.none(
                    String.valueOf(why instanceof IllegalArgumentException ? why.getMessage() : why));
        }
    }
}

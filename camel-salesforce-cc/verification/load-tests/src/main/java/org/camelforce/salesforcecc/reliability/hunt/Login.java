package org.camelforce.salesforcecc.reliability.hunt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.CredentialsSource;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.jspecify.annotations.Nullable;

/** A user's ways to log in, as a source of credentials and as a strategy, both of which do wrong what they are told. */
final class Login implements CredentialsSource, AuthenticationStrategy {

    private static final int TIMEOUT_MILLIS = 5_000;

    private final SalesforceSimulator org;
    private final Chaos chaos;
    private final Executor threads;
    private final ObjectMapper json = new ObjectMapper();

    Login(SalesforceSimulator org, Chaos chaos, Executor threads) {
        this.org = org;
        this.chaos = chaos;
        this.threads = threads;
    }

    @Override
    public List<ClientCredentials> candidates() throws IOException {
        chaos.pass(Chaos.Point.CREDENTIALS);
        return List.of(new ClientCredentials(org.getClientId(), org.getClientSecret()));
    }

    @Override
    public @Nullable Object version() {
        chaos.passUnchecked(Chaos.Point.CREDENTIALS_VERSION);
        return org.getClientId();
    }

    @Override
    public CompletableFuture<AccessToken> authenticate() {
        if (!chaos.isHanging(Chaos.Point.STRATEGY)) {
            chaos.passUnchecked(Chaos.Point.STRATEGY);
        }
        return CompletableFuture.supplyAsync(this::token, threads);
    }

    private AccessToken token() {
        try {
            chaos.pass(Chaos.Point.STRATEGY);
            HttpURLConnection request = (HttpURLConnection) URI.create(org.getLoginUrl() + "/services/oauth2/token")
                    .toURL()
                    .openConnection();
            request.setConnectTimeout(TIMEOUT_MILLIS);
            request.setReadTimeout(TIMEOUT_MILLIS);
            request.setDoOutput(true);
            try (OutputStream out = request.getOutputStream()) {
                out.write(("grant_type=client_credentials&client_id=" + encoded(org.getClientId()) + "&client_secret="
                                + encoded(org.getClientSecret()))
                        .getBytes(StandardCharsets.UTF_8));
            }
            try (InputStream in = request.getInputStream()) {
                JsonNode answer = json.readTree(in);
                return AccessToken.of(
                                answer.path("access_token").asText(),
                                URI.create(answer.path("instance_url").asText()))
                        .withIdentityUrl(URI.create(answer.path("id").asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

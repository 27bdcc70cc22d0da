package org.camelforce.salesforcecc.rotation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.internal.oauth.ClientCredentialsAuthenticationStrategy;
import org.camelforce.salesforcecc.internal.oauth.LoginUrl;
import org.camelforce.salesforcecc.internal.oauth.OAuthClient;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.eclipse.jetty.client.HttpClient;

/** An org with a clock of its own, in which waiting for a new attempt moves that clock. */
final class RotationOrg implements AutoCloseable {

    final ManualTime time = new ManualTime(Instant.parse("2026-03-01T10:00:00Z"));
    final SalesforceSimulator org = SalesforceSimulator.builder().time(time).start();
    final List<ClientCredentials> written = new ArrayList<>();
    final List<Duration> pauses = new ArrayList<>();
    final ClientCredentials former = current();
    final LoginUrl loginUrl = LoginUrl.parse(org.getLoginUrl(), TrustedHosts.salesforceOnly());
    final HttpClient http = new HttpClient();

    RotationOrg() throws Exception {
        http.start();
    }

    /** Of the app by whose pair it also logs in. */
    SalesforceCredentialRotation rotation() {
        return rotation(written::add);
    }

    SalesforceCredentialRotation rotation(CredentialsWriter writer) {
        return timed(SalesforceCredentialRotation.ofOwnApp(http, org.getLoginUrl(), List.of(), former, writer));
    }

    /** By an administrator whose session is not one of the app. */
    SalesforceCredentialRotation rotationBy(AuthenticationStrategy administrator) {
        return timed(new SalesforceCredentialRotation(http, org.getLoginUrl(), List.of(), administrator, written::add));
    }

    AuthenticationStrategy administrator() {
        String token = org.sessions()
                .open("administrator", org.org().users().get(0), "api", Duration.ofHours(2))
                .orElseThrow()
                .token();
        return () -> CompletableFuture.completedFuture(AccessToken.of(token, URI.create(org.getLoginUrl())));
    }

    ClientCredentials current() {
        return new ClientCredentials(org.getClientId(), org.getClientSecret());
    }

    boolean logsIn(ClientCredentials pair) {
        return new ClientCredentialsAuthenticationStrategy(new OAuthClient(http, loginUrl), () -> pair)
                .authenticate()
                .handle((token, failure) -> failure == null)
                .join();
    }

    private SalesforceCredentialRotation timed(SalesforceCredentialRotation rotation) {
        rotation.setPause(length -> {
            pauses.add(length);
            time.advance(length);
        });
        return rotation;
    }

    @Override
    public void close() throws Exception {
        http.stop();
        org.close();
    }
}

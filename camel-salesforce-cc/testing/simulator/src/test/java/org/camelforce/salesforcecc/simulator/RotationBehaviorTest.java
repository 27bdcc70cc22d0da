package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior.Honoured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RotationBehaviorTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final ManualTime time = TestSimulators.time();
    private final SalesforceSimulator simulator =
            SalesforceSimulator.builder().time(time).random(new Random(7)).start();
    private final TestClient client = new TestClient(simulator);
    private final ConsumerDetails former = simulator.app().consumer();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void rotateWhenHardCutThenOnlyTheNewPairAtOnce() {
        ConsumerDetails next = rotate(RotationBehavior.hardCut());

        assertThat(logsIn(former)).isFalse();
        assertThat(logsIn(next)).isTrue();
    }

    @Test
    void rotateWhenGraceThenBothUntilItEnds() {
        ConsumerDetails next = rotate(RotationBehavior.grace(TEN_MINUTES));

        time.advance(TEN_MINUTES.minusMillis(1));
        assertThat(logsIn(former)).isTrue();
        assertThat(logsIn(next)).isTrue();
        time.advance(Duration.ofMillis(1));
        assertThat(logsIn(former)).isFalse();
        assertThat(logsIn(next)).isTrue();
    }

    @Test
    void rotateWhenAlternatingThenRequestByRequestTheFormerOrTheNewPair() {
        ConsumerDetails next = rotate(RotationBehavior.alternating(TEN_MINUTES));

        assertThat(logins(next, 4)).containsExactly(false, true, false, true);
        assertThat(logins(former, 4)).containsExactly(true, false, true, false);
        time.advance(TEN_MINUTES);
        assertThat(logins(next, 3)).containsOnly(true);
        assertThat(logins(former, 3)).containsOnly(false);
    }

    @Test
    void rotateWhenAlternatingByAPatternThenAsThePatternSays() {
        List<Honoured> pattern = List.of(Honoured.NEITHER, Honoured.BOTH, Honoured.FORMER);
        ConsumerDetails next =
                rotate(RotationBehavior.alternating(TEN_MINUTES, request -> pattern.get((int) request % 3)));

        assertThat(logins(next, 6)).containsExactly(false, true, false, false, true, false);
    }

    @Test
    void rotateWhenAlternatingThenIntrospectionDoesNotFlap() {
        simulator.app().rotation().setRevokingTokens(false);
        String token = client.login();
        rotate(RotationBehavior.alternating(TEN_MINUTES));

        assertThat(introspect(token).get("active").asBoolean()).isTrue();
        assertThat(introspect(token).get("active").asBoolean()).isTrue();
    }

    @Test
    void rotateWhenTokensAreRevokedThenNoSessionLives() {
        String token = client.login();
        rotate(RotationBehavior.grace(TEN_MINUTES));

        assertThat(simulator.sessions().peek(token)).isEmpty();
    }

    @Test
    void rotateWhenTokensAreRevokedThenSessionsOfOtherAppsLive() {
        String other = simulator
                .sessions()
                .open("other", simulator.org().users().get(0), "api", Duration.ofHours(1))
                .orElseThrow()
                .token();
        rotate(RotationBehavior.hardCut());

        assertThat(simulator.sessions().peek(other)).isPresent();
    }

    @Test
    void rotateWhenTokensAreNotRevokedThenSessionsLive() {
        simulator.app().rotation().setRevokingTokens(false);
        String token = client.login();
        rotate(RotationBehavior.hardCut());

        assertThat(simulator.sessions().peek(token)).isPresent();
    }

    @Test
    void rotateWhenDoneTwiceThenOnlyTheLastTwoPairsCount() {
        ConsumerDetails second = rotate(RotationBehavior.grace(TEN_MINUTES));
        ConsumerDetails third = rotate(RotationBehavior.grace(TEN_MINUTES));

        assertThat(logsIn(former)).isFalse();
        assertThat(logsIn(second)).isTrue();
        assertThat(logsIn(third)).isTrue();
    }

    @Test
    void rotateWhenIdIsUnknownThenRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> simulator.app().rotation().rotate("0xJ000000000001AAA"));
    }

    @Test
    void alternatingWhenLongerThanTenMinutesThenRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RotationBehavior.alternating(TEN_MINUTES.plusMillis(1)));
    }

    private ConsumerDetails rotate(RotationBehavior behavior) {
        simulator.app().rotation().setBehavior(behavior);
        return simulator.app().rotation().rotate();
    }

    private boolean logsIn(ConsumerDetails pair) {
        return client.requestToken(pair.key(), pair.secret()).statusCode() == 200;
    }

    private List<Boolean> logins(ConsumerDetails pair, int count) {
        return IntStream.range(0, count).mapToObj(i -> logsIn(pair)).toList();
    }

    private JsonNode introspect(String token) {
        Map<String, String> form = new HashMap<>(client.credentials());
        form.put("token", token);
        return TestClient.json(client.postForm("/services/oauth2/introspect", form));
    }
}

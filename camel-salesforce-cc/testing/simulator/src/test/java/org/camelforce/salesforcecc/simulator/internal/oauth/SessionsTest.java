package org.camelforce.salesforcecc.simulator.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;
import org.camelforce.salesforcecc.simulator.oauth.Session;
import org.camelforce.salesforcecc.simulator.oauth.Sessions.TokenIssue;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private final ManualTime time = new ManualTime(Instant.parse("2026-03-01T10:00:00Z"));
    private final InMemoryOrg org = TestOrgs.acme();
    private final User user = org.addUser("robot@acme.example");
    private final InMemorySessions sessions =
            new InMemorySessions(org, TokenIssue.SAME_WHILE_LIVE, time, new Random(1));
    private final List<Session> ended = new ArrayList<>();

    SessionsTest() {
        sessions.addEndListener(ended::add);
    }

    @Test
    void useWhenWithinTimeoutThenSlides() {
        Session session = open("app");
        time.advance(TIMEOUT.minusMillis(1));
        assertThat(sessions.use(session.token())).hasValue(session);
        time.advance(TIMEOUT.minusMillis(1));

        assertThat(sessions.use(session.token())).hasValue(session);
    }

    @Test
    void useWhenTimeoutReachedThenEmptyAndNoListenerCalled() {
        Session session = open("app");
        time.advance(TIMEOUT);

        assertThat(sessions.use(session.token())).isEmpty();
        assertThat(sessions.live()).isEmpty();
        assertThat(sessions.endAll()).isZero();
        assertThat(ended).isEmpty();
    }

    @Test
    void holdWhenSeveralThenSessionLivesUntilTheLastHasGone() {
        Session session = open("app");
        SessionRegistry.Hold first = sessions.hold(session.token());
        SessionRegistry.Hold second = sessions.hold(session.token());
        time.advance(TIMEOUT);
        first.close();
        first.close();
        time.advance(TIMEOUT);

        assertThat(sessions.peek(session.token())).isPresent();
        second.close();
        time.advance(TIMEOUT);
        assertThat(sessions.peek(session.token())).isEmpty();
    }

    @Test
    void holdWhenSessionTimedOutThenDoesNothing() {
        Session session = open("app");
        time.advance(TIMEOUT);

        sessions.hold(session.token()).close();

        assertThat(sessions.peek(session.token())).isEmpty();
    }

    @Test
    void peekWhenCalledThenDoesNotSlide() {
        Session session = open("app");
        time.advance(TIMEOUT.minusMillis(1));
        assertThat(sessions.peek(session.token())).isPresent();
        time.advance(Duration.ofMillis(1));

        assertThat(sessions.peek(session.token())).isEmpty();
    }

    @Test
    void openWhenSameWhileLiveThenSameTokenUntilItTimesOutAndLoginSlides() {
        Session first = open("app");
        time.advance(TIMEOUT.minusMillis(1));
        assertThat(open("app")).isEqualTo(first);
        time.advance(TIMEOUT.minusMillis(1));
        assertThat(open("app")).isEqualTo(first);
        time.advance(TIMEOUT);

        assertThat(open("app").token()).isNotEqualTo(first.token());
    }

    @Test
    void openWhenSameWhileLiveButEndedThenNewToken() {
        Session first = open("app");
        sessions.end(first.token());

        assertThat(open("app").token()).isNotEqualTo(first.token());
    }

    @Test
    void openWhenOtherAppThenOtherSession() {
        assertThat(open("app").token()).isNotEqualTo(open("other").token());
    }

    @Test
    void openWhenFreshEachTimeThenBothLive() {
        sessions.setTokenIssue(TokenIssue.FRESH_EACH_TIME);
        Session first = open("app");
        Session second = open("app");

        assertThat(sessions.live()).containsExactly(first, second);
    }

    @Test
    void openWhenFreshEndsOlderThenOnlyThoseOfSameAppAndUserEnd() {
        sessions.setTokenIssue(TokenIssue.FRESH_ENDS_OLDER);
        Session other = open("other");
        Session first = open("app");
        Session second = open("app");

        assertThat(sessions.live()).containsExactly(other, second);
        assertThat(ended).containsExactly(first);
    }

    @Test
    void endWhenLiveThenListenerCalledOnce() {
        Session session = open("app");

        assertThat(sessions.end(session.token())).isTrue();
        assertThat(sessions.end(session.token())).isFalse();
        assertThat(ended).containsExactly(session);
    }

    @Test
    void endWhenListenerLooksAtSessionsThenItIsGone() {
        Session session = open("app");
        List<Session> seen = new ArrayList<>();
        sessions.addEndListener(gone -> seen.addAll(sessions.live()));

        sessions.end(session.token());

        assertThat(seen).isEmpty();
    }

    @Test
    void setActiveWhenUserDeactivatedThenOnlyTheirSessionsEnd() {
        User other = org.addUser("other@acme.example");
        Session theirs = open("app");
        Session others = sessions.open("app", other, "api", TIMEOUT).orElseThrow();

        user.setActive(false);

        assertThat(sessions.live()).containsExactly(others);
        assertThat(ended).containsExactly(theirs);
    }

    @Test
    void openWhenUserInactiveThenEmpty() {
        user.setActive(false);

        assertThat(sessions.open("app", user, "api", TIMEOUT)).isEmpty();
    }

    private Session open(String clientId) {
        return sessions.open(clientId, user, "api", TIMEOUT).orElseThrow();
    }
}

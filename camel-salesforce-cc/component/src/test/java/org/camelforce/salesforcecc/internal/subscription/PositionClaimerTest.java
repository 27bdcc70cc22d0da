package org.camelforce.salesforcecc.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.internal.token.Tokens;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PositionClaimerTest {

    private static final SubscriptionId ID = new SubscriptionId("/event/Order__e", "orders");
    private static final AccessToken WITHOUT_ORG =
            AccessToken.of("secret", URI.create("https://acme-with-a-long-name.my.salesforce.com"));

    private final FakeSource source = new FakeSource();
    private final List<PositionKey> claimed = new ArrayList<>();
    private final MemoryReplayStore memory = new MemoryReplayStore();

    @Test
    void openWhenTheOrgsIdHas15CharactersThenThePositionBelongsToTheSameOrgAsWith18() {
        durable().open(Tokens.token("secret", "00D000000000001", "005000000000001"));
        durable().open(Tokens.token("secret", "00D000000000001EAA", "005000000000001AAA"));

        assertThat(claimed).extracting(PositionKey::orgId).containsOnly("00D000000000001EAA");
    }

    @Test
    void openWhenTheOrgIsNotKnownThenItsHostStandsForItAndTheWarningSaysWhatAChangeOfMyDomainDoes() {
        try (LogLines lines = LogLines.from(Level.WARN)) {
            durable().open(WITHOUT_ORG);

            assertThat(claimed)
                    .singleElement()
                    .extracting(PositionKey::orgId)
                    .isEqualTo("acme-with-a-long-name.my.salesforce.com");
            assertThat(lines.with("After a change of My Domain the subscription starts as a new one"))
                    .hasSize(1);
        }
    }

    @Test
    void openWhenThePositionIsInMemoryOnlyThenAnUnknownOrgIsNoWarning() {
        try (LogLines lines = LogLines.from(Level.WARN)) {
            new PositionClaimer(source, memory, ID, true, Optional::empty, () -> false).open(WITHOUT_ORG);

            assertThat(lines.with("My Domain")).isEmpty();
        }
    }

    static Stream<Arguments> preparations() {
        return Stream.of(
                Arguments.of(new CamelException("wrapped", new SalesforceException("away", 503)), true),
                Arguments.of(new CamelException("wrapped", new SalesforceException("timeout", null)), true),
                Arguments.of(new CamelException("wrapped", new SalesforceException("no such field", 400)), false),
                Arguments.of(limitExceeded(), true),
                Arguments.of(new CamelException("option updateTopic is NEVER"), false),
                Arguments.of(new IllegalArgumentException("option"), false),
                Arguments.of(new NullPointerException(), true));
    }

    @ParameterizedTest
    @MethodSource("preparations")
    void openWhenTheOrgIsNotReadyThenTriedAgainUnlessItIsFinal(Exception failure, boolean passing) {
        source.failToPrepare(failure);

        assertThat(durable().open(Tokens.token("secret")))
                .isInstanceOf(passing ? PositionClaimer.Failed.class : PositionClaimer.Fatal.class);
    }

    @Test
    void memoryWhenItIsForgottenThenOnlyWhatNobodyHasIsGone() throws Exception {
        commit("orders");
        commit("refunds");
        PositionKey orders = new PositionKey("org", ID.channel(), "orders");
        try (PositionClaim taken = memory.claim(orders)) {
            memory.forget(ID);
            assertThat(memory.size()).isEqualTo(2);
            assertThat(taken.found()).isPresent();
        }

        memory.forget(ID);

        assertThat(memory.size()).isEqualTo(1);
    }

    private void commit(String name) throws Exception {
        try (PositionClaim claim = memory.claim(new PositionKey("org", ID.channel(), name))) {
            claim.commit(new StoredPosition(FakeSource.id(1), Instant.EPOCH));
        }
    }

    private static SalesforceException limitExceeded() {
        return new SalesforceException(
                List.of(new RestError("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")), 403);
    }

    private PositionClaimer durable() {
        ReplayStore store = key -> {
            claimed.add(key);
            PositionClaim claim = memory.claim(key);
            claim.close();
            return claim;
        };
        return new PositionClaimer(source, store, ID, true, Optional::empty, () -> false);
    }
}

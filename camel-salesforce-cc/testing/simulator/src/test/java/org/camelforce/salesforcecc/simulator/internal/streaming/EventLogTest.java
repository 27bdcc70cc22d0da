package org.camelforce.salesforcecc.simulator.internal.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final Duration BRIEF = Duration.ofHours(24);
    private static final Duration LASTING = Duration.ofHours(72);

    private final ManualTime time = new ManualTime(TestEvents.NOON);
    private final EventLog log =
            new EventLog(kind -> kind == LoggedEvent.Kind.GENERIC ? BRIEF : LASTING, time, new Random(1));

    @Test
    void appendWhenRepeatedThenIdsIncreaseWithGapsAcrossChannels() {
        List<Long> ids = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            ids.add(log.append(n % 2 == 0 ? TestEvents.order(n) : TestEvents.generic("/u/x"))
                    .replayId());
        }

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(ids.get(19) - ids.get(0)).isGreaterThan(19);
        assertThat(log.head()).isEqualTo(ids.get(19));
    }

    @Test
    void appendWhenCallerChangesItsPayloadLaterThenLogDoesNot() {
        ObjectNode payload = TestEvents.number(1);
        NewEvent event =
                new NewEvent(LoggedEvent.Kind.PLATFORM_EVENT, List.of("/event/a"), "a", payload, TestEvents.USER);
        payload.put("Number__c", 2);

        assertThat(log.append(event).payload()).isEqualTo(TestEvents.number(1));
    }

    @Test
    void afterWhenPositionIsAnIdThenItIsExclusive() {
        LoggedEvent first = log.append(TestEvents.order(1));
        LoggedEvent second = log.append(TestEvents.order(2));
        LoggedEvent third = log.append(TestEvents.order(3));

        assertThat(log.after(TestEvents.ORDERS, first.replayId(), 10)).containsExactly(second, third);
    }

    @Test
    void afterWhenMoreThanMaxThenTheOldestComeFirst() {
        LoggedEvent first = log.append(TestEvents.order(1));
        log.append(TestEvents.order(2));

        assertThat(log.after(TestEvents.ORDERS, 0, 1)).containsExactly(first);
    }

    @Test
    void afterWhenEventHasSeveralChannelsThenEachCarriesIt() {
        LoggedEvent change = log.append(new NewEvent(
                LoggedEvent.Kind.CHANGE_EVENT,
                List.of("/data/a", "/data/b"),
                "a",
                TestEvents.number(1),
                TestEvents.USER));

        assertThat(log.after("/data/a", 0, 10)).containsExactly(change);
        assertThat(log.after("/data/b", 0, 10)).containsExactly(change);
    }

    @Test
    void positionWhenNewOnlyThenNothingOldFollows() {
        log.append(TestEvents.order(1));
        long position = log.position(TestEvents.ORDERS, EventLog.NEW_ONLY);
        LoggedEvent next = log.append(TestEvents.order(2));

        assertThat(log.after(TestEvents.ORDERS, position, 10)).containsExactly(next);
    }

    @Test
    void positionWhenAllRetainedThenEverythingFollows() {
        LoggedEvent first = log.append(TestEvents.order(1));
        LoggedEvent second = log.append(TestEvents.order(2));

        long position = log.position(TestEvents.ORDERS, EventLog.ALL_RETAINED);

        assertThat(log.after(TestEvents.ORDERS, position, 10)).containsExactly(first, second);
    }

    @Test
    void positionWhenIdWasNeverIssuedThenRefused() {
        long issued = log.append(TestEvents.order(1)).replayId();

        assertThatThrownBy(() -> log.position(TestEvents.ORDERS, issued + 1))
                .isInstanceOf(InvalidReplayIdException.class)
                .hasMessage("The replayId {" + (issued + 1) + "} you provided was invalid.  Please provide a valid ID, "
                        + "-2 to replay all events, or -1 to replay only new events.");
    }

    @Test
    void positionWhenIdBelongsToAnotherChannelThenRefused() {
        long other = log.append(TestEvents.generic("/u/x")).replayId();

        assertThatThrownBy(() -> log.position(TestEvents.ORDERS, other)).isInstanceOf(InvalidReplayIdException.class);
    }

    @Test
    void positionWhenIdIsBelowTheOptionsThenRefused() {
        assertThatThrownBy(() -> log.position(TestEvents.ORDERS, -3)).isInstanceOf(InvalidReplayIdException.class);
    }

    @Test
    void positionWhenEventIsOutOfRetentionThenRefused() {
        long id = log.append(TestEvents.order(1)).replayId();
        time.advance(LASTING.minusMillis(1));
        assertThat(log.position(TestEvents.ORDERS, id)).isEqualTo(id);
        time.advance(Duration.ofMillis(1));

        assertThatThrownBy(() -> log.position(TestEvents.ORDERS, id)).isInstanceOf(InvalidReplayIdException.class);
    }

    @Test
    void afterWhenKindsAreRetainedForDifferentTimesThenEachForItsOwn() {
        log.append(TestEvents.order(1));
        log.append(TestEvents.generic("/u/x"));
        time.advance(BRIEF);

        assertThat(log.after("/u/x", 0, 10)).isEmpty();
        assertThat(log.after(TestEvents.ORDERS, 0, 10)).hasSize(1);
    }

    @Test
    void earliestAndLatestWhenSomeHaveExpiredThenBoundTheRest() {
        log.append(TestEvents.order(1));
        time.advance(Duration.ofHours(1));
        long second = log.append(TestEvents.order(2)).replayId();
        long third = log.append(TestEvents.order(3)).replayId();
        time.advance(LASTING.minusHours(1));

        assertThat(log.earliest(TestEvents.ORDERS)).hasValue(second);
        assertThat(log.latest(TestEvents.ORDERS)).hasValue(third);
    }

    @Test
    void earliestWhenChannelIsUnknownThenEmpty() {
        assertThat(log.earliest("/event/none")).isEmpty();
        assertThat(log.latest("/event/none")).isEmpty();
    }

    @Test
    void appendWhenListenerIsToldThenEventIsReadable() {
        List<LoggedEvent> seen = new ArrayList<>();
        log.addListener(event -> seen.addAll(log.after(TestEvents.ORDERS, 0, 10)));

        LoggedEvent event = log.append(TestEvents.order(1));

        assertThat(seen).containsExactly(event);
    }

    @Test
    void appendWhenSeedIsTheSameThenIdsAndUuidsAre() {
        EventLog twin = new EventLog(kind -> LASTING, time, new Random(1));

        assertThat(LongStream.range(0, 5).mapToObj(n -> log.append(TestEvents.order(1))))
                .containsExactlyElementsOf(LongStream.range(0, 5)
                        .mapToObj(n -> twin.append(TestEvents.order(1)))
                        .toList());
    }

    @Test
    void resumeWhenEventIsOfAnotherChannelThenItsPosition() {
        long other = log.append(TestEvents.generic("/u/x")).replayId();
        LoggedEvent order = log.append(TestEvents.order(1));

        assertThat(log.after(TestEvents.ORDERS, log.resume(other), 10)).containsExactly(order);
    }

    @Test
    void resumeWhenPositionWasNeverShownThenRefused() {
        long head = log.append(TestEvents.order(1)).replayId();

        assertThatThrownBy(() -> log.resume(head + 1)).isInstanceOf(InvalidReplayIdException.class);
    }

    @Test
    void resumeWhenTipWasShownAgainThenGoodFromThenOn() {
        log.append(TestEvents.order(1));
        time.advance(LASTING.minusHours(1));
        long tip = log.tip();
        time.advance(LASTING.minusHours(1));

        assertThat(log.resume(tip)).isEqualTo(tip);
        time.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> log.resume(tip)).isInstanceOf(InvalidReplayIdException.class);
    }

    @Test
    void appendWhenIdIsGivenThenItIsTheEventsId() {
        assertThat(log.append(TestEvents.order(1), "my-id").uuid()).isEqualTo("my-id");
    }
}

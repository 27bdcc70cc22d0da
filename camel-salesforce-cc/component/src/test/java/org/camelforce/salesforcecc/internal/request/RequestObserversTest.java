package org.camelforce.salesforcecc.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestObserversTest {

    private static final ApiRequest REQUEST = new ApiRequest.Builder("limits", "GET", "/limits").build();
    private static final EndedRequest ENDED =
            new EndedRequest(REQUEST, RequestOutcome.SUCCESS, 200, Duration.ofMillis(1), 0, 2, null);

    private final RequestObservers observers = new RequestObservers();
    private final List<EndedRequest> seen = new ArrayList<>();

    @Test
    void begunWhenNobodyWatchesThenNothingIsMeasured() {
        observers.add(new RequestObserver() {});
        AnswerReceiver receiver = new Ignoring();

        assertThat(ObservedReceiver.of(REQUEST, receiver, observers, () -> 0, Runnable::run))
                .isSameAs(receiver);
    }

    @Test
    void endedWhenSeveralWatchThenEachIsTold() {
        observers.add(new Watching());
        observers.add(new Watching());
        observers.begun(REQUEST).ended(ENDED);

        assertThat(seen).containsExactly(ENDED, ENDED);
    }

    @Test
    void endedWhenOneThrowsThenTheOthersAreTold() {
        observers.add(new Failing());
        observers.add(new Watching());
        observers.replayed();
        observers.answered(HttpFields.EMPTY);
        observers.begun(REQUEST).ended(ENDED);

        assertThat(seen).containsExactly(ENDED);
    }

    @Test
    void begunWhenAnObserverIsRemovedThenItIsNotTold() {
        Watching observer = new Watching();
        observers.add(observer);
        observers.remove(observer);

        assertThat(observers.begun(REQUEST)).isSameAs(RequestEnd.UNWATCHED);
    }

    @ParameterizedTest
    @CsvSource({
        "200, SUCCESS",
        "204, SUCCESS",
        "300, REJECTED",
        "304, REJECTED",
        "400, REJECTED",
        "404, REJECTED",
        "429, REJECTED",
        "500, UNAVAILABLE",
        "503, UNAVAILABLE"
    })
    void outcomeWhenThereIsAnAnswerThenByItsStatus(int status, RequestOutcome outcome) {
        assertThat(RequestOutcome.of(status)).isEqualTo(outcome);
    }

    @Test
    void outcomeWhenThereIsNoTokenThenNoLogin() {
        assertThat(RequestOutcome.of(LoginException.of(new IllegalStateException("down"))))
                .isEqualTo(RequestOutcome.NO_LOGIN);
    }

    @Test
    void outcomeWhenTheRequestCannotBeRepeatedThenByTheStatusOfItsAnswer() {
        assertThat(RequestOutcome.of(new SalesforceException("rejected", 401))).isEqualTo(RequestOutcome.REJECTED);
    }

    @Test
    void outcomeWhenTheConnectionEndsThenNoAnswer() {
        assertThat(RequestOutcome.of(new NoAnswerException(true, new IllegalStateException("gone"))))
                .isEqualTo(RequestOutcome.NO_ANSWER);
    }

    private final class Watching implements RequestObserver {

        @Override
        public RequestEnd begun(ApiRequest request) {
            return seen::add;
        }
    }

    private static final class Failing implements RequestObserver {

        @Override
        public RequestEnd begun(ApiRequest request) {
            return ended -> {
                throw new IllegalStateException("out of order");
            };
        }

        @Override
        public void replayed() {
            throw new IllegalStateException("out of order");
        }

        @Override
        public void answered(HttpFields headers) {
            throw new IllegalStateException("out of order");
        }
    }

    private static final class Ignoring implements AnswerReceiver {

        @Override
        public void answered(ApiAnswer answer) {}

        @Override
        public void failed(Throwable failure) {}
    }
}

package org.camelforce.salesforcecc.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {

    private final Faults faults = new Faults();

    @Test
    void nextWhenSeveralInjectedThenFirstInFirstOutAtEachPoint() {
        Fault drop = new Fault.DropConnection();
        Fault end = new Fault.EndAllSessions();
        faults.inject(FaultPoint.REST_REQUEST, drop, 2);
        faults.inject(FaultPoint.REST_REQUEST, end, 1);

        assertThat(faults.next(FaultPoint.TOKEN_REQUEST)).isEmpty();
        assertThat(faults.next(FaultPoint.REST_REQUEST)).hasValue(drop);
        assertThat(faults.next(FaultPoint.REST_REQUEST)).hasValue(drop);
        assertThat(faults.next(FaultPoint.REST_REQUEST)).hasValue(end);
        assertThat(faults.next(FaultPoint.REST_REQUEST)).isEmpty();
    }

    @Test
    void nextWhenClearedThenEmpty() {
        faults.inject(FaultPoint.REST_REQUEST, new Fault.DropConnection(), 1);
        faults.clear();

        assertThat(faults.next(FaultPoint.REST_REQUEST)).isEmpty();
    }

    @Test
    void nextWhenAnotherPointIsClearedThenStrikes() {
        Fault drop = new Fault.DropConnection();
        faults.inject(FaultPoint.REST_REQUEST, drop, 1);
        faults.inject(FaultPoint.TOKEN_REQUEST, drop, 1);

        faults.clear(FaultPoint.TOKEN_REQUEST);

        assertThat(faults.next(FaultPoint.TOKEN_REQUEST)).isEmpty();
        assertThat(faults.next(FaultPoint.REST_REQUEST)).hasValue(drop);
    }

    @Test
    void nextWhenOneIsKeptThenStrikesAfterTheInjectedOnesUntilCleared() {
        Fault drop = new Fault.DropConnection();
        Fault end = new Fault.EndAllSessions();
        faults.keep(FaultPoint.REST_REQUEST, drop);
        faults.inject(FaultPoint.REST_REQUEST, end, 1);

        assertThat(faults.next(FaultPoint.REST_REQUEST)).hasValue(end);
        assertThat(faults.next(FaultPoint.REST_REQUEST)).hasValue(drop);
        assertThat(faults.next(FaultPoint.REST_REQUEST)).hasValue(drop);
        faults.clear(FaultPoint.REST_REQUEST);
        assertThat(faults.next(FaultPoint.REST_REQUEST)).isEmpty();
    }

    @Test
    void nextWhenListenedToThenListenerHearsOfThePassageAndTheFault() {
        List<String> heard = new ArrayList<>();
        faults.addListener((point, fault) -> heard.add(point + " " + fault.isPresent()));
        faults.inject(FaultPoint.REST_REQUEST, new Fault.DropConnection(), 1);

        faults.next(FaultPoint.REST_REQUEST);
        faults.next(FaultPoint.TOKEN_REQUEST);

        assertThat(heard).containsExactly("REST_REQUEST true", "TOKEN_REQUEST false");
    }

    @Test
    void injectWhenTimesNotPositiveThenThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.inject(FaultPoint.REST_REQUEST, new Fault.DropConnection(), 0))
                .withMessage("times must be at least 1, but is 0");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "COMETD_.*")
    void injectWhenCometdFaultAtHttpPointThenThrows(FaultPoint point) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.inject(point, new Fault.UnknownClient(), 1))
                .withMessage("UnknownClient makes no sense at " + point);
    }

    @Test
    void injectWhenMetaErrorAtCometdDeliveryThenThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> faults.inject(FaultPoint.COMETD_DELIVERY, Fault.MetaError.authenticationInvalid(), 1));
    }

    @Test
    void injectWhenBodyCannotBeCutThenThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.inject(FaultPoint.REST_REQUEST, new Fault.CutBody(1), 1));
    }
}

package org.camelforce.salesforcecc.internal.subscription.cometd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreatedDateTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.250Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a PushTopic, and a generic event
                "{`event`:{`createdDate`:`2026-03-01T12:00:00.250Z`,`replayId`:1,`type`:`created`},`sobject`:{}}",
                "{`event`:{`createdDate`:`2026-03-01T12:00:00.250Z`,`replayId`:1},`payload`:`hello`}",
                // a platform event, with each way to write the offset
                "{`payload`:{`CreatedDate`:`2026-03-01T12:00:00.250Z`},`event`:{`replayId`:1}}",
                "{`payload`:{`CreatedDate`:`2026-03-01T14:00:00.250+02:00`},`event`:{`replayId`:1}}",
                "{`payload`:{`CreatedDate`:`2026-03-01T12:00:00.250+0000`},`event`:{`replayId`:1}}",
                // a change event
                "{`payload`:{`ChangeEventHeader`:{`commitTimestamp`:1772366400250}},`event`:{`replayId`:1}}"
            })
    void createdAtWhenTheEventSaysItThenThatIsIt(String data) {
        assertThat(event(data).createdAt()).contains(NOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{`event`:{`replayId`:1}}",
                "{`payload`:`2026`,`event`:`2026`}",
                "{`payload`:{`CreatedDate`:`yesterday`},`event`:{`createdDate`:`2026-03-01`}}",
                "{`payload`:{`ChangeEventHeader`:{`commitTimestamp`:`yesterday`}}}"
            })
    void createdAtWhenTheEventDoesNotSayItThenEmpty(String data) {
        assertThat(event(data).createdAt()).isEmpty();
    }

    @Test
    void createdAtWhenThereIsNoDataThenEmpty() {
        assertThat(CreatedDate.of(Messages.parse("{`channel`:`/event/Order__e`}")))
                .isEmpty();
    }

    private static CometDEvent event(String data) {
        return new CometDEvent(
                ReplayId.ofNumber(1),
                Messages.parse("{`channel`:`/event/Order__e`,`data`:" + data + "}"),
                new EventFormat(new Endpoints().of("/event/Order__e")));
    }
}

package org.camelforce.salesforcecc.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.internal.token.Jitter;
import org.camelforce.salesforcecc.internal.token.ManualScheduler;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpResponse;
import org.junit.jupiter.api.Test;

class SalesforceClockTest {

    private static final Instant THEIRS = Instant.parse("2026-11-24T12:00:00Z");
    private static final String DATE = "Tue, 24 Nov 2026 12:00:00 GMT";

    private final ManualScheduler machine = new ManualScheduler();
    private Instant ours = THEIRS;
    private final SalesforceClock clock = new SalesforceClock(new TokenTime(() -> ours, machine::ticker, Jitter.LEAST));

    @Test
    void nowWhenNothingHasAnsweredThenUnknown() {
        assertThat(clock.now()).isEmpty();
    }

    @Test
    void nowWhenTheWallClockJumpsThenByTheTicker() {
        answer(200, Map.of("Date", DATE));
        ours = THEIRS.plus(Duration.ofHours(5));
        machine.advance(Duration.ofMinutes(3));

        assertThat(clock.now()).contains(THEIRS.plus(Duration.ofMinutes(3)));
    }

    @Test
    void answerWhenItIsFromACacheOrAProxyOrHasNoDateThenIgnored() {
        answer(200, Map.of("Date", DATE, "Age", "7"));
        answer(502, Map.of("Date", DATE));
        answer(200, Map.of("Date", "yesterday"));
        answer(200, Map.of());

        assertThat(clock.now()).isEmpty();
    }

    @Test
    void answerWhenItIsThePageOfAPortalThenIgnored() {
        answer(200, Map.of("Date", DATE, "Content-Type", "text/html;charset=UTF-8"));
        answer(302, Map.of("Date", DATE));
        answer(204, Map.of("Date", DATE, "Content-Type", ""));

        assertThat(clock.now()).isEmpty();
    }

    @Test
    void answerWhenItTellsOfTheLimitsThenItIsSalesforces() {
        answer(200, Map.of("Date", DATE, "Content-Type", "text/html", "Sforce-Limit-Info", "api-usage=1/15000"));

        assertThat(clock.now()).contains(THEIRS);
    }

    @Test
    void answerWhenOurClockIsMoreThanFiveMinutesOffThenOneWarning() {
        try (LogLines lines = LogLines.from(Level.WARN)) {
            ours = THEIRS.minus(Duration.ofMinutes(5));
            answer(200, Map.of("Date", DATE));
            assertThat(lines.with("The clock of this machine")).isEmpty();

            ours = THEIRS.minus(Duration.ofMinutes(6));
            answer(200, Map.of("Date", DATE));
            answer(200, Map.of("Date", DATE));

            assertThat(lines.with("360 s behind Salesforce's")).hasSize(1);
        }
    }

    private void answer(int status, Map<String, String> headers) {
        Request request = new HttpClient().newRequest("https://acme.my.salesforce.com");
        HttpResponse response = new HttpResponse(request).status(status);
        response.headers(fields -> fields.put("Content-Type", "application/json;charset=UTF-8"));
        headers.forEach((name, value) -> response.headers(fields -> fields.put(name, value)));
        clock.answered(response);
    }
}

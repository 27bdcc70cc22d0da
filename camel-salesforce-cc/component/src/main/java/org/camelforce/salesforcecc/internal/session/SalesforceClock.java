package org.camelforce.salesforcecc.internal.session;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What time it is in Salesforce: the {@code Date} of its latest answer, moved on by this machine's ticker, so that a
 * wall clock that is wrong or jumps does not matter. It is late rather than early, by the way of the answer and up to a
 * second. Safe for use by several threads.
 */
public final class SalesforceClock {

    private static final Logger LOG = LoggerFactory.getLogger(SalesforceClock.class);
    private static final Duration MAX_SKEW = Duration.ofMinutes(5);

    private final TokenTime time;
    private final AtomicBoolean warned = new AtomicBoolean();
    private volatile @Nullable Reading reading;

    private record Reading(String header, Instant date, long ticker) {}

    /** @param time this machine's clock and ticker */
    public SalesforceClock(TokenTime time) {
        this.time = time;
    }

    /**
     * Takes note of the time of an answer that is Salesforce's: a success that is JSON, as those of the token endpoint
     * and of the Streaming API are, or that tells of the API's limits. An error or a page can come from a proxy, and
     * what has an age from a cache: their clocks do not matter. Nor does an answer without a valid date.
     *
     * @param response an answer to a request for Salesforce
     */
    public void answered(Response response) {
        HttpFields headers = response.getHeaders();
        String date = headers.get(HttpHeader.DATE);
        if (date == null
                || headers.contains(HttpHeader.AGE)
                || !HttpStatus.isSuccess(response.getStatus())
                || !isOfAnApi(headers)
                || HttpMethod.CONNECT.is(response.getRequest().getMethod())) {
            return;
        }
        try {
            Reading last = reading;
            // busy routes get many answers in a second, which is all that the header tells
            Instant now = last != null && last.header().equals(date)
                    ? last.date()
                    : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            reading = new Reading(date, now, time.ticker().getAsLong());
            warnOf(Duration.between(now, time.wallClock().instant()));
        } catch (DateTimeException e) {
            LOG.debug("An answer has the invalid date '{}'", date);
        }
    }

    /** @return the time in Salesforce; empty before the first answer */
    public Optional<Instant> now() {
        Reading last = reading;
        return last == null
                ? Optional.empty()
                : Optional.of(last.date().plusNanos(time.ticker().getAsLong() - last.ticker()));
    }

    private static boolean isOfAnApi(HttpFields headers) {
        String type = headers.get(HttpHeader.CONTENT_TYPE);
        return headers.contains(ApiUsage.HEADER)
                || type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private void warnOf(Duration ahead) {
        if (ahead.abs().compareTo(MAX_SKEW) > 0 && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "The clock of this machine is {} s {} Salesforce's. Subscriptions use Salesforce's time. Set this"
                            + " clock by NTP, because log lines and the times of positions use it",
                    ahead.abs().toSeconds(),
                    ahead.isNegative() ? "behind" : "ahead of");
        }
    }
}

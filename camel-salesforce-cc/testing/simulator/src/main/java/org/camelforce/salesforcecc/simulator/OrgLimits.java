package org.camelforce.salesforcecc.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.camelforce.salesforcecc.simulator.internal.rest.LimitsSource;
import org.camelforce.salesforcecc.simulator.internal.streaming.StreamingService;
import org.camelforce.salesforcecc.simulator.request.ApiUsage;

/** What an org uses of its limits. Safe for use by several threads. */
final class OrgLimits implements LimitsSource {

    private static final int HOUR = 60;

    private final ApiUsage apiUsage;
    private final StreamingService streaming;
    private final InstantSource time;
    private final NavigableMap<Instant, Integer> publishedByMinute = new TreeMap<>();

    OrgLimits(ApiUsage apiUsage, StreamingService streaming, InstantSource time) {
        this.apiUsage = apiUsage;
        this.streaming = streaming;
        this.time = time;
        streaming.log().addListener(this::logged);
    }

    @Override
    public Usage dailyApiRequests() {
        return new Usage(apiUsage.limit(), apiUsage.remaining());
    }

    @Override
    public Map<String, Integer> used() {
        return Map.of(
                "DurableStreamingApiConcurrentClients", streaming.clients(),
                "HourlyPublishedPlatformEvents", publishedInLastHour());
    }

    private synchronized int publishedInLastHour() {
        forgetOld();
        return publishedByMinute.values().stream().mapToInt(Integer::intValue).sum();
    }

    private synchronized void logged(LoggedEvent event) {
        if (event.kind() == LoggedEvent.Kind.PLATFORM_EVENT) {
            publishedByMinute.merge(minute(), 1, Integer::sum);
            forgetOld();
        }
    }

    private void forgetOld() {
        publishedByMinute
                .headMap(minute().minus(HOUR, ChronoUnit.MINUTES), true)
                .clear();
    }

    private Instant minute() {
        return time.instant().truncatedTo(ChronoUnit.MINUTES);
    }
}

package org.camelforce.salesforcecc.internal.session;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.camelforce.salesforcecc.internal.request.RequestObserver;
import org.camelforce.salesforcecc.internal.request.RetryReason;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** What there is to say about the requests of one component. Safe for use by several threads. */
public final class RequestStatistics implements RequestObserver {

    private final AtomicLong replays = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();
    private volatile @Nullable ApiUsage apiUsage;

    RequestStatistics() {}

    /** @return how many requests were sent a second time because their token had been rejected */
    public long replays() {
        return replays.get();
    }

    /** @return what Salesforce has told last of the org's API requests; empty before the first answer */
    public Optional<ApiUsage> apiUsage() {
        return Optional.ofNullable(apiUsage);
    }

    /** @return how many times requests were sent again after a failure that may pass */
    public long retries() {
        return retries.get();
    }

    @Override
    public void retried(RetryReason reason) {
        retries.incrementAndGet();
    }

    @Override
    public void replayed() {
        replays.incrementAndGet();
    }

    @Override
    public void answered(HttpFields headers) {
        answered(headers.get(ApiUsage.HEADER));
    }

    void answered(@Nullable String limitInfo) {
        ApiUsage.in(limitInfo).ifPresent(usage -> apiUsage = usage);
    }
}

package org.camelforce.salesforcecc;

import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.spi.Metadata;
import org.camelforce.salesforcecc.internal.connection.TransportSettings;
import org.jspecify.annotations.Nullable;

/** The component's options that say how long requests may take, when they are logged, and when they are sent again. */
abstract class RequestOptions extends SalesforceComponent {

    private static final long SLOW_REQUEST_THRESHOLD = 20_000;
    private static final long REQUEST_BACKOFF = 500;
    private static final long REQUEST_BACKOFF_MAX = 30_000;

    @Metadata(
            label = "producer",
            defaultValue = "20000",
            description =
                    "Milliseconds after which a request counts as slow. Slow requests are logged, up to ten a minute. From 20"
                            + " seconds on, Salesforce counts a request toward the org's limit of concurrent requests. 0 turns"
                            + " this off.")
    private long slowRequestThreshold = SLOW_REQUEST_THRESHOLD;

    @Metadata(
            label = "producer",
            defaultValue = "1",
            description =
                    "How often a request is sent at most while it fails for a reason that passes soon and repeating it does no"
                            + " harm. 1 turns this off.")
    private int maxRequestAttempts = 1;

    @Metadata(
            label = "producer",
            defaultValue = "500",
            javaType = "java.time.Duration",
            description =
                    "The pause before the second attempt of a request, which doubles from attempt to attempt. Each pause is"
                            + " up to a quarter shorter at random, and longer if Salesforce says so (header Retry-After).")
    private long requestBackoff = REQUEST_BACKOFF;

    @Metadata(
            label = "producer",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description = "The longest pause between two attempts of a request.")
    private long requestBackoffMax = REQUEST_BACKOFF_MAX;

    @Metadata(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether an exchange fails if a part of its request fails, for composite, composite-batch and the"
                            + " operations that save or delete collections. The parts that did not fail are done. Header"
                            + " CamelSalesforceFailedCount has the number of those that failed, with and without this option.")
    private boolean failOnPartialError;

    {
        super.setHttpClientIdleTimeout(TransportSettings.DEFAULT_IDLE_TIMEOUT_MILLIS);
        super.setHttpRequestTimeout(TransportSettings.DEFAULT_REQUEST_TIMEOUT_MILLIS);
    }

    RequestOptions() {}

    RequestOptions(CamelContext context) {
        super(context);
    }

    /** @param httpClientIdleTimeout how long a connection may be idle, in milliseconds; default 130000 */
    @Metadata(
            label = "common",
            defaultValue = "130000",
            description =
                    "Milliseconds without data after which a connection is closed. Salesforce ends a query after 120 s.")
    @Override
    public void setHttpClientIdleTimeout(long httpClientIdleTimeout) {
        super.setHttpClientIdleTimeout(httpClientIdleTimeout);
    }

    /** @param httpRequestTimeout how long a request may take, in milliseconds; default 180000 */
    @Metadata(
            label = "common",
            defaultValue = "180000",
            description = "Milliseconds that a request can take. A login, and waiting for one, takes 60 s at most.")
    @Override
    public void setHttpRequestTimeout(long httpRequestTimeout) {
        super.setHttpRequestTimeout(httpRequestTimeout);
    }

    /** @param httpMaxContentLength how many bytes an answer may have that is read as a whole; default 67108864 */
    @Metadata(
            label = "common",
            defaultValue = "67108864",
            description = "Bytes that an answer can have. An answer that is streamed can have any size.")
    @Override
    public void setHttpMaxContentLength(@Nullable Integer httpMaxContentLength) {
        super.setHttpMaxContentLength(httpMaxContentLength);
    }

    /** @return the milliseconds after which a request counts as slow, 0 for never */
    public long getSlowRequestThreshold() {
        return slowRequestThreshold;
    }

    /** @param slowRequestThreshold milliseconds after which a request is logged as slow, 0 for never; default 20000 */
    public void setSlowRequestThreshold(long slowRequestThreshold) {
        this.slowRequestThreshold = slowRequestThreshold;
    }

    /** @return how often a request is sent at most */
    public int getMaxRequestAttempts() {
        return maxRequestAttempts;
    }

    /**
     * @param maxRequestAttempts how often a request is sent at most while it fails for a reason that passes soon;
     *     default 1
     */
    public void setMaxRequestAttempts(int maxRequestAttempts) {
        this.maxRequestAttempts = maxRequestAttempts;
    }

    /** @return the pause before the second attempt of a request, in milliseconds */
    public long getRequestBackoff() {
        return requestBackoff;
    }

    /** @param requestBackoff milliseconds before the second attempt of a request, doubled after that; default 500 */
    public void setRequestBackoff(long requestBackoff) {
        this.requestBackoff = requestBackoff;
    }

    /** @return the longest pause between two attempts of a request, in milliseconds */
    public long getRequestBackoffMax() {
        return requestBackoffMax;
    }

    /** @param requestBackoffMax milliseconds between two attempts of a request at most; default 30000 */
    public void setRequestBackoffMax(long requestBackoffMax) {
        this.requestBackoffMax = requestBackoffMax;
    }

    /** @return whether an exchange fails if a part of its request fails */
    public boolean isFailOnPartialError() {
        return failOnPartialError;
    }

    /** @param failOnPartialError whether an exchange fails if a part of its request fails; default false */
    public void setFailOnPartialError(boolean failOnPartialError) {
        this.failOnPartialError = failOnPartialError;
    }
}

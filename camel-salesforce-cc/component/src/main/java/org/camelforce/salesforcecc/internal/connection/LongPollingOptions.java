package org.camelforce.salesforcecc.internal.connection;

import java.util.HashMap;
import java.util.Map;
import org.cometd.client.transport.ClientTransport;
import org.jspecify.annotations.Nullable;

/** The options of CometD's long polling, as the Streaming API needs them. */
public final class LongPollingOptions {

    private static final long MAX_NETWORK_DELAY_MILLIS = 30_000;
    private static final int MAX_ANSWER_BYTES = 64 << 20;

    private LongPollingOptions() {}

    /**
     * @param given those of the user, which win; null for none
     * @return the options of a transport
     */
    public static Map<String, Object> with(@Nullable Map<String, Object> given) {
        Map<String, Object> options = new HashMap<>();
        options.put(ClientTransport.MAX_NETWORK_DELAY_OPTION, MAX_NETWORK_DELAY_MILLIS);
        options.put(ClientTransport.MAX_MESSAGE_SIZE_OPTION, MAX_ANSWER_BYTES);
        if (given != null) {
            options.putAll(given);
        }
        return options;
    }
}

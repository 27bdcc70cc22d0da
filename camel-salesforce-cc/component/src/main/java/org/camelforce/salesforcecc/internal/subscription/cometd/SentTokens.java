package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which token each message of a client was sent with, until its answer comes: an answer can be about a token that later
 * requests do not have any more. Keeps the latest ones only. Safe for use by several threads.
 */
final class SentTokens {

    private static final int MAX_MESSAGES = 1_000;

    private final Map<String, String> byMessage = new LinkedHashMap<>();
    private @Nullable String last;

    /** The messages with these ids are sent with this token. */
    synchronized void with(String token, List<String> messages) {
        last = token;
        messages.forEach(id -> {
            // a message that is sent again is the latest
            byMessage.remove(id);
            byMessage.put(id, token);
        });
        var oldest = byMessage.keySet().iterator();
        while (byMessage.size() > MAX_MESSAGES) {
            oldest.next();
            oldest.remove();
        }
    }

    /** {@return the message's token, and forgets it; the latest one if that is not known} */
    synchronized @Nullable String take(@Nullable String message) {
        String token = message == null ? null : byMessage.remove(message);
        return token == null ? last : token;
    }
}

package org.camelforce.salesforcecc;

import java.util.regex.Pattern;
import org.apache.camel.util.StringHelper;

/** An endpoint's URI without an operation, as subscriptions had in Camel 3. */
final class UnknownOperation {

    private static final Pattern CHANNEL = Pattern.compile("(?:event|data|topic|u|systemTopic)/.+");

    private UnknownOperation() {}

    /**
     * @param uri the endpoint's URI
     * @param remaining what follows the scheme, without the parameters
     * @param unknown what Camel says of it, which is nothing but the operation if it knows none of that name
     * @return an exception with the URI to write for a subscription, or what Camel says if it is about something else
     */
    static IllegalArgumentException explained(String uri, String remaining, IllegalArgumentException unknown) {
        if (!remaining.equals(unknown.getMessage())) {
            return unknown;
        }
        String channel = CHANNEL.matcher(remaining).matches() ? "/" + remaining : remaining;
        return new IllegalArgumentException(
                "%s is not an operation. For a subscription to that channel, write %s:subscribe:%s"
                        .formatted(channel, StringHelper.before(uri, ":", uri), channel));
    }
}

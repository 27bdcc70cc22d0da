package org.camelforce.salesforcecc;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.camel.component.salesforce.internal.OperationName;
import org.apache.camel.util.StringHelper;

/** The operation in an endpoint's URI, which is a channel in URIs of Camel 3. */
final class KnownOperation {

    private static final Pattern CHANNEL = Pattern.compile("(?:event|data|topic|u|systemTopic)/.+");

    private KnownOperation() {}

    /**
     * @param uri the endpoint's URI
     * @param remaining what follows the scheme, without the parameters
     * @throws IllegalArgumentException if no operation begins it; the message has the URI to write for a subscription
     */
    static void require(String uri, String remaining) {
        boolean known = Arrays.stream(OperationName.values())
                .map(OperationName::value)
                .anyMatch(name ->
                        remaining.equals(name) || remaining.startsWith(name + ":") || remaining.startsWith(name + "/"));
        if (!known) {
            String channel = CHANNEL.matcher(remaining).matches() ? "/" + remaining : remaining;
            throw new IllegalArgumentException(
                    "%s is not an operation. For a subscription to that channel, write %s:subscribe:%s"
                            .formatted(channel, StringHelper.before(uri, ":", uri), channel));
        }
    }
}

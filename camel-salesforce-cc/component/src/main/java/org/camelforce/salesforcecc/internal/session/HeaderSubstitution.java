package org.camelforce.salesforcecc.internal.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a message, and its body, that are other ones while upstream works on it. Afterwards the route finds
 * them as they were, next to what the answer has brought. For one exchange.
 */
final class HeaderSubstitution {

    private Map<String, Object> set = Map.of();
    private Set<String> hidden = Set.of();
    private Map<String, Object> before = Map.of();
    private @Nullable Object body;
    private @Nullable Object bodyBefore;

    /** Gives a header a value, unless it has been given one. */
    void set(String name, Object value) {
        if (set.isEmpty()) {
            set = new LinkedHashMap<>();
        }
        set.putIfAbsent(name, value);
    }

    /** Keeps a header from upstream. */
    void hide(String name) {
        if (hidden.isEmpty()) {
            hidden = new LinkedHashSet<>();
        }
        hidden.add(name);
    }

    /** Gives the message another body. */
    void setBody(Object value) {
        body = value;
    }

    /** Changes the message. */
    void apply(Message message) {
        if (body != null) {
            bodyBefore = message.getBody();
            message.setBody(body);
        }
        if (set.isEmpty() && hidden.isEmpty()) {
            return;
        }
        before = new HashMap<>();
        hidden.forEach(name -> remember(name, message.removeHeader(name)));
        set.forEach((name, value) -> {
            remember(name, message.getHeader(name));
            message.setHeader(name, value);
        });
    }

    /** Changes the exchange's messages back; does nothing the second time. */
    void giveBack(Exchange exchange) {
        Message in = exchange.getIn();
        Message latest = exchange.getMessage();
        giveBack(in);
        if (latest != in) {
            giveBack(latest);
        }
        set = Map.of();
        before = Map.of();
        body = null;
    }

    private void remember(String name, @Nullable Object value) {
        if (value != null) {
            before.putIfAbsent(name, value);
        }
    }

    private void giveBack(Message message) {
        if (body != null && message.getBody() == body) {
            message.setBody(bodyBefore);
        }
        set.keySet().forEach(message::removeHeader);
        before.forEach((name, value) -> {
            if (!message.getHeaders().containsKey(name)) {
                message.setHeader(name, value);
            }
        });
    }
}

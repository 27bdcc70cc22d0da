package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.text.ParseException;
import org.cometd.bayeux.Message;
import org.cometd.common.JettyJSONContextClient;

/** CometD messages, parsed the way that CometD's client parses them. */
final class Messages {

    private Messages() {}

    /** @param json one message, with ` for each quotation mark */
    static Message.Mutable parse(String json) {
        try {
            return new JettyJSONContextClient()
                    .parse("[" + json.replace('`', '"') + "]")
                    .get(0);
        } catch (ParseException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}

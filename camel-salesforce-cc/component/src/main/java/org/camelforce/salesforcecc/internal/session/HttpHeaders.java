package org.camelforce.salesforcecc.internal.session;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** HTTP headers that belong to the connection or to the component, and never come from a message. */
final class HttpHeaders {

    static final String BULK_TOKEN = "X-SFDC-Session";
    static final String TOKEN = "Authorization";

    static final Set<String> NEVER_FROM_A_MESSAGE = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        NEVER_FROM_A_MESSAGE.addAll(List.of(
                TOKEN,
                BULK_TOKEN,
                "Cookie",
                "Cookie2",
                "Proxy-Authorization",
                "Proxy-Connection",
                "Host",
                "Connection",
                "Keep-Alive",
                "Content-Length",
                "TE",
                "Trailer",
                "Transfer-Encoding",
                "Upgrade"));
    }

    private HttpHeaders() {}

    /** Whether a header carries a credential, or is the connection's (RFC 9110, section 7.6.1). */
    static boolean isNeverFromAMessage(String name) {
        return NEVER_FROM_A_MESSAGE.contains(name.trim());
    }

    /** Whether upstream would send a message header of this name to Salesforce. */
    static boolean isSalesforce(String name) {
        return HeaderNames.startsWith(name, "sforce") || HeaderNames.startsWith(name, "x-sfdc");
    }
}

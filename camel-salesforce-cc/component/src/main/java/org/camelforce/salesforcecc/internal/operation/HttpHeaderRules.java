package org.camelforce.salesforcecc.internal.operation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which HTTP headers a message may set. */
public final class HttpHeaderRules {

    private static final Set<String> NEVER_FROM_A_MESSAGE = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        NEVER_FROM_A_MESSAGE.addAll(List.of(
                "Authorization",
                "X-SFDC-Session",
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

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private HttpHeaderRules() {}

    /**
     * @param name of an HTTP header
     * @return whether a header can have it (RFC 9110, section 5.1)
     */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * @param name of an HTTP header
     * @return whether it carries a credential, or is the connection's (RFC 9110, section 7.6.1)
     */
    public static boolean isNeverFromAMessage(String name) {
        return NEVER_FROM_A_MESSAGE.contains(name.trim());
    }

    /**
     * @param name of an HTTP header
     * @return whether it is one of Salesforce's
     */
    public static boolean isSalesforce(String name) {
        return startsWith(name, "sforce") || startsWith(name, "x-sfdc");
    }

    /**
     * @param name of a header
     * @param prefix what it may begin with
     * @return whether it does, in any case
     */
    public static boolean startsWith(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}

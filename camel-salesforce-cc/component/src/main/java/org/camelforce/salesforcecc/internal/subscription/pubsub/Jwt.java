package org.camelforce.salesforcecc.internal.subscription.pubsub;

import java.util.regex.Pattern;

/** Access tokens that the Pub/Sub API never takes. */
final class Jwt {

    static final String REJECTED = "The Pub/Sub API rejects JWT-based access tokens. Uncheck Issue JSON Web Token"
            + " (JWT)-based access tokens for named users in Setup > External Client App Manager > your app > Settings >"
            + " OAuth Settings.";

    /** Three parts in base 64, of which the first begins with a brace (RFC 7519, section 3). */
    private static final Pattern FORM = Pattern.compile("eyJ[\\w-]*\\.[\\w-]+\\.[\\w-]*");

    private Jwt() {}

    static boolean is(String token) {
        return FORM.matcher(token).matches();
    }
}

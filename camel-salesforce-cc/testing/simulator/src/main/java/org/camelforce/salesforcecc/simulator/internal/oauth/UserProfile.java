package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/** The parts of a user's profile that are the same for every user of a simulated org, or follow from the username. */
final class UserProfile {

    static final String TIME_ZONE = "GMT";

    private static final String LOCALE = "en_US";
    private static final String TYPE = "STANDARD";

    private UserProfile() {}

    static String nickname(String username) {
        int at = username.indexOf('@');
        return at < 0 ? username : username.substring(0, at);
    }

    static ObjectNode withStatus(ObjectNode body, InMemoryOrg org, Session session) {
        return body.put(
                        "active",
                        org.userById(session.userId()).map(User::isActive).orElse(false))
                .put("user_type", TYPE)
                .put("language", LOCALE)
                .put("locale", LOCALE);
    }

    static ObjectNode photos(String instanceUrl) {
        return OAuthAnswer.object()
                .put("picture", instanceUrl + "/profilephoto/005/F")
                .put("thumbnail", instanceUrl + "/profilephoto/005/T");
    }
}

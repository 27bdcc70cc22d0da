package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/** {@code /services/oauth2/userinfo}. */
final class UserInfoEndpoint extends BearerEndpoint {

    private final InMemoryOrg org;
    private final Supplier<String> instanceUrl;

    UserInfoEndpoint(InMemoryOrg org, InMemorySessions sessions, Supplier<String> instanceUrl) {
        super(sessions);
        this.org = org;
        this.instanceUrl = instanceUrl;
    }

    @Override
    ObjectNode describe(Session session) {
        ObjectNode body = OAuthAnswer.object()
                .put("sub", IdentityUrl.of(instanceUrl.get(), session))
                .put("user_id", session.userId())
                .put("organization_id", session.orgId())
                .put("preferred_username", session.username())
                .put("nickname", UserProfile.nickname(session.username()))
                .put("name", UserProfile.nickname(session.username()))
                .put("email", session.username())
                .put("email_verified", true)
                .put("given_name", "")
                .put("family_name", UserProfile.nickname(session.username()))
                .put("zoneinfo", UserProfile.TIME_ZONE);
        body.set("photos", UserProfile.photos(instanceUrl.get()));
        return UserProfile.withStatus(body, org, session);
    }
}

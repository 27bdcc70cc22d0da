package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/** {@code /services/oauth2/userinfo}. */
final class UserInfoEndpoint extends BearerEndpoint {

    private final UserProfiles profiles;

    UserInfoEndpoint(UserProfiles profiles, InMemorySessions sessions) {
        super(sessions);
        this.profiles = profiles;
    }

    @Override
    ObjectNode describe(Session session) {
        UserProfile user = profiles.of(session);
        ObjectNode photos = user.photos();
        ObjectNode body = OAuthAnswer.object()
                .put("sub", IdentityUrl.of(user.instanceUrl(), session))
                .put("user_id", session.userId())
                .put("organization_id", session.orgId())
                .put("preferred_username", session.username())
                .put("nickname", user.nickname())
                .put("name", user.text("Name"))
                .put("email", user.text("Email"))
                .put("email_verified", true)
                .put("given_name", user.text("FirstName"))
                .put("family_name", user.text("LastName"))
                .put("zoneinfo", user.text("TimeZoneSidKey"));
        body.set("photos", photos);
        body.put("profile", user.page());
        body.set("picture", photos.path("picture"));
        body.set("urls", user.urls());
        return body.put("active", user.isActive())
                .put("user_type", "STANDARD")
                .put("language", user.text("LanguageLocaleKey"))
                .put("locale", user.text("LocaleSidKey"))
                .put("utcOffset", user.utcOffset(profiles.now()))
                .put("updated_at", user.lastModified())
                .put("is_app_installed", true);
    }
}

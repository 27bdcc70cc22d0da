package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/** The identity URL, {@code /id/{orgId}/{userId}} (Salesforce Help, "Identity URLs"). */
final class IdentityEndpoint extends BearerEndpoint {

    private final UserProfiles profiles;

    IdentityEndpoint(UserProfiles profiles, InMemorySessions sessions) {
        super(sessions);
        this.profiles = profiles;
    }

    @Override
    boolean isAbout(HttpServletRequest request, Session session) {
        return request.getRequestURI().equals("/id/" + session.orgId() + "/" + session.userId());
    }

    @Override
    ObjectNode describe(Session session) {
        UserProfile user = profiles.of(session);
        ObjectNode body = OAuthAnswer.object()
                .put("id", IdentityUrl.of(user.instanceUrl(), session))
                .put("asserted_user", true)
                .put("user_id", session.userId())
                .put("organization_id", session.orgId())
                .put("username", session.username())
                .put("nick_name", user.nickname())
                .put("display_name", user.text("Name"))
                .put("email", user.text("Email"))
                .put("email_verified", true);
        body.set("first_name", user.field("FirstName"));
        body.set("last_name", user.field("LastName"));
        body.set("timezone", user.field("TimeZoneSidKey"));
        body.set("photos", user.photos());
        body.set("addr_street", user.field("Street"));
        body.set("addr_city", user.field("City"));
        body.set("addr_state", user.field("State"));
        body.set("addr_country", user.field("Country"));
        body.set("addr_zip", user.field("PostalCode"));
        body.set("mobile_phone", user.field("MobilePhone"));
        body.put("mobile_phone_verified", false).put("is_lightning_login_user", false);
        body.putObject("status").putNull("created_date").putNull("body");
        body.set("urls", user.urls());
        return body.put("active", user.isActive())
                .put("user_type", "STANDARD")
                .put("language", user.text("LanguageLocaleKey"))
                .put("locale", user.text("LocaleSidKey"))
                .put("utcOffset", user.utcOffset(profiles.now()))
                .put("last_modified_date", user.lastModified())
                .put("is_app_installed", true);
    }
}

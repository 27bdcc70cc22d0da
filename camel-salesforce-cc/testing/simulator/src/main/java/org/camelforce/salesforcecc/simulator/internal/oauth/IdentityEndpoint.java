package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/** The identity URL, {@code /id/{orgId}/{userId}}. */
final class IdentityEndpoint extends BearerEndpoint {

    private final InMemoryOrg org;
    private final Supplier<String> instanceUrl;

    IdentityEndpoint(InMemoryOrg org, InMemorySessions sessions, Supplier<String> instanceUrl) {
        super(sessions);
        this.org = org;
        this.instanceUrl = instanceUrl;
    }

    @Override
    boolean isAbout(HttpServletRequest request, Session session) {
        return request.getRequestURI().equals("/id/" + session.orgId() + "/" + session.userId());
    }

    @Override
    ObjectNode describe(Session session) {
        String base = instanceUrl.get();
        ObjectNode body = OAuthAnswer.object()
                .put("id", IdentityUrl.of(base, session))
                .put("asserted_user", true)
                .put("user_id", session.userId())
                .put("organization_id", session.orgId())
                .put("username", session.username())
                .put("nick_name", UserProfile.nickname(session.username()))
                .put("display_name", UserProfile.nickname(session.username()))
                .put("email", session.username());
        body.set("photos", UserProfile.photos(base));
        body.set("urls", urls(base, session));
        return UserProfile.withStatus(body, org, session);
    }

    private static ObjectNode urls(String base, Session session) {
        String data = base + "/services/data/v{version}/";
        return OAuthAnswer.object()
                .put("rest", data)
                .put("sobjects", data + "sobjects/")
                .put("search", data + "search/")
                .put("query", data + "query/")
                .put("profile", base + "/" + session.userId());
    }
}

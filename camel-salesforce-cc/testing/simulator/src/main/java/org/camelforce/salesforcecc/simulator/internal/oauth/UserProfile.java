package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/**
 * What the identity resources say about a user, from the user's record.
 *
 * @param org the user's org
 * @param session whose user this is
 * @param record the fields of the user
 * @param instanceUrl scheme, host and port of the org
 */
record UserProfile(InMemoryOrg org, Session session, ObjectNode record, String instanceUrl) {

    private static final DateTimeFormatter STORED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx");
    private static final List<String> SOAP = List.of("enterprise", "metadata", "partner", "tooling_soap");
    private static final String SOAP_PATHS = "cmuT";

    /** The value of a field, or JSON's null. */
    JsonNode field(String name) {
        return record.path(name).isMissingNode() ? record.nullNode() : record.path(name);
    }

    String text(String name) {
        return record.path(name).asText("");
    }

    boolean isActive() {
        return org.userById(session.userId()).map(User::isActive).orElse(false);
    }

    String nickname() {
        String nickname = text("CommunityNickname");
        return nickname.isEmpty() ? session.username() : nickname;
    }

    long utcOffset(Instant now) {
        ZoneId zone = ZoneId.of(text("TimeZoneSidKey").isEmpty() ? "GMT" : text("TimeZoneSidKey"));
        return zone.getRules().getOffset(now).getTotalSeconds() * 1000L;
    }

    /** When the record was changed, in the form of these resources. */
    String lastModified() {
        return OffsetDateTime.parse(text("LastModifiedDate"), STORED)
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    String page() {
        return instanceUrl + "/" + session.userId();
    }

    ObjectNode photos() {
        return OAuthAnswer.object()
                .put("picture", instanceUrl + "/profilephoto/005/F")
                .put("thumbnail", instanceUrl + "/profilephoto/005/T");
    }

    /** Where the APIs are; {@code {version}} is for the client to fill in. */
    ObjectNode urls() {
        String data = instanceUrl + "/services/data/v{version}/";
        String soapOrg = session.orgId().substring(0, 15);
        ObjectNode urls = OAuthAnswer.object();
        for (int i = 0; i < SOAP.size(); i++) {
            urls.put(SOAP.get(i), instanceUrl + "/services/Soap/" + SOAP_PATHS.charAt(i) + "/{version}/" + soapOrg);
        }
        return urls.put("rest", data)
                .put("sobjects", data + "sobjects/")
                .put("search", data + "search/")
                .put("query", data + "query/")
                .put("recent", data + "recent/")
                .put("tooling_rest", data + "tooling/")
                .put("profile", page())
                .put("feeds", data + "chatter/feeds")
                .put("groups", data + "chatter/groups")
                .put("users", data + "chatter/users")
                .put("feed_items", data + "chatter/feed-items")
                .put("feed_elements", data + "chatter/feed-elements")
                .put("custom_domain", instanceUrl);
    }
}

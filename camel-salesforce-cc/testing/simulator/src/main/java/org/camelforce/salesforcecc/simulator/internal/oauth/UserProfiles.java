package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/** Finds the profiles of users. */
final class UserProfiles {

    private final InMemoryOrg org;
    private final Function<String, ObjectNode> records;
    private final Supplier<String> instanceUrl;
    private final InstantSource time;

    /**
     * @param org the org
     * @param records gives the fields of a user by the user's id
     * @param instanceUrl scheme, host and port of the org; asked at each request
     * @param time the time for which offsets of time zones are told
     */
    UserProfiles(
            InMemoryOrg org, Function<String, ObjectNode> records, Supplier<String> instanceUrl, InstantSource time) {
        this.org = org;
        this.records = records;
        this.instanceUrl = instanceUrl;
        this.time = time;
    }

    UserProfile of(Session session) {
        return new UserProfile(org, session, records.apply(session.userId()), instanceUrl.get());
    }

    Instant now() {
        return time.instant();
    }
}

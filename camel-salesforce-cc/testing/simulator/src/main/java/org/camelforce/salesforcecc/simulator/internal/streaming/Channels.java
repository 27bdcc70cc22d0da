package org.camelforce.salesforcecc.simulator.internal.streaming;

import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which channels the org has. */
final class Channels {

    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final String EVENT = "/event/";
    private static final String DATA = "/data/";
    private static final String TOPIC = "/topic/";
    private static final String GENERIC = "/u/";

    private final StreamingConfig config;
    private final RecordStore records;

    Channels(StreamingConfig config, RecordStore records) {
        this.config = config;
        this.records = records;
    }

    /** @throws StreamingException if the org has no such channel */
    void require(String channel) {
        if (channel.startsWith("/meta/") || channel.startsWith("/service/")) {
            throw StreamingException.withoutAdvice("403::Restricted channel");
        }
        if (channel.startsWith(EVENT)) {
            if (!config.platformEvents().test(channel.substring(EVENT.length()))) {
                throw StreamingException.withoutAdvice("403:denied_by_security_policy:create_denied");
            }
        } else if (!exists(channel)) {
            throw StreamingException.withoutAdvice(
                    "400::The channel you requested to subscribe to doesn't exist {" + channel + "}");
        }
    }

    private boolean exists(String channel) {
        if (channel.equals(ChangeEventConverter.ALL)) {
            return true;
        }
        if (channel.startsWith(DATA)) {
            String entity = ChangeEventConverter.entityOf(channel.substring(DATA.length()));
            return !entity.isEmpty() && config.capturedEntities().test(entity);
        }
        if (channel.startsWith(TOPIC)) {
            String name = channel.substring(TOPIC.length());
            return isFound("SELECT Name FROM PushTopic WHERE Name = " + quoted(name) + " AND IsActive = true", name);
        }
        return channel.startsWith(GENERIC)
                && isFound("SELECT Name FROM StreamingChannel WHERE Name = " + quoted(channel), channel);
    }

    /** SOQL compares names in any case; events go to the channel of the name as it is stored. */
    private boolean isFound(String soql, String name) {
        try {
            return records.query(soql, false).rows().stream()
                    .anyMatch(row -> name.equals(row.path("Name").asText()));
        } catch (ApiException e) {
            LOG.debug("No channel, because its object cannot be queried: {}", e.getMessage());
            return false;
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}

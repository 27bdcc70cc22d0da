package org.camelforce.salesforcecc.simulator.internal.pubsub;

import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.simulator.fault.Faults;
import org.camelforce.salesforcecc.simulator.internal.oauth.SessionRegistry;
import org.camelforce.salesforcecc.simulator.internal.streaming.EventLog;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/**
 * What the Pub/Sub API needs of its org.
 *
 * @param id 18-character org id
 * @param instanceUrls which URLs are the org's instance URL
 * @param schema the objects and platform events
 * @param capturedEntities which objects have change data capture
 * @param log the events
 * @param sessions the live sessions
 * @param faults what goes wrong
 * @param endAllSessions ends every session of the org, for the fault of that name
 * @param time the org's clock, which all timers follow
 * @param random draws RPC ids
 */
public record PubSubOrg(
        String id,
        Predicate<String> instanceUrls,
        Schema schema,
        Predicate<String> capturedEntities,
        EventLog log,
        SessionRegistry sessions,
        Faults faults,
        Runnable endAllSessions,
        InstantSource time,
        RandomGenerator random) {}

package org.camelforce.salesforcecc.simulator.internal.console;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.events.OpenSubscription;
import org.camelforce.salesforcecc.simulator.fault.Faults;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryApp;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryOrg;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemorySessions;
import org.camelforce.salesforcecc.simulator.internal.streaming.EventBus;
import org.camelforce.salesforcecc.simulator.request.ApiUsage;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/**
 * What of an org the console shows and changes.
 *
 * @param org the org
 * @param app its connected app
 * @param sessions its sessions
 * @param faults what goes wrong in it
 * @param apiUsage its daily allocation
 * @param schema its objects and platform events
 * @param records its records
 * @param events where events are published
 * @param subscriptions tells the open subscriptions of all APIs
 * @param stallStreams lets nothing come any more from the streams that are open
 * @param loginUrl tells where clients log in
 * @param time its clock
 */
public record ConsoleOrg(
        InMemoryOrg org,
        InMemoryApp app,
        InMemorySessions sessions,
        Faults faults,
        ApiUsage apiUsage,
        Schema schema,
        RecordStore records,
        EventBus events,
        Supplier<List<OpenSubscription>> subscriptions,
        Runnable stallStreams,
        Supplier<String> loginUrl,
        InstantSource time) {}

package org.camelforce.salesforcecc.reliability.outage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.test.support.TestTls;

/** An org with one platform event for each subscription, which counts what clients ask it for. */
final class OutageOrg implements AutoCloseable {

    private static final Set<FaultPoint> HTTP = EnumSet.of(
            FaultPoint.OAUTH_REQUEST,
            FaultPoint.REST_REQUEST,
            FaultPoint.COMETD_HANDSHAKE,
            FaultPoint.COMETD_CONNECT,
            FaultPoint.COMETD_SUBSCRIBE);
    private static final int NO_LIMIT = 1_000_000_000;
    private static final int THREADS = 64;
    private static final int TEXT = 20;

    private final SalesforceSimulator simulator;
    private final Map<FaultPoint, LongAdder> passed = new EnumMap<>(FaultPoint.class);
    private final int subscriptions;
    private int published;

    /** What clients have asked for and got. */
    record Spent(long delivered, long http, long rpcs, long logins) {

        Spent minus(Spent before) {
            return new Spent(
                    delivered - before.delivered, http - before.http, rpcs - before.rpcs, logins - before.logins);
        }
    }

    OutageOrg(int subscriptions) {
        this.subscriptions = subscriptions;
        Schema schema = Schema.standard();
        for (int i = 0; i < subscriptions; i++) {
            schema = schema.with(SObjectDefinition.platformEvent(event(i))
                    .fields(FieldDefinition.text("Id__c", TEXT))
                    .build());
        }
        for (FaultPoint point : FaultPoint.values()) {
            passed.put(point, new LongAdder());
        }
        this.simulator = SalesforceSimulator.builder()
                .pubSubTls(TestTls.server())
                .dailyApiRequests(NO_LIMIT)
                .maxThreads(THREADS)
                .schema(schema)
                .start();
        simulator.faults().addListener((point, fault) -> counter(point).increment());
    }

    static String event(int subscription) {
        return "Outage" + subscription + "__e";
    }

    SalesforceSimulator simulator() {
        return simulator;
    }

    /** Publishes so many events for each subscription, numbered from 1 on. */
    void publish(int each) {
        for (int n = 0; n < each; n++) {
            published++;
            for (int i = 0; i < subscriptions; i++) {
                simulator
                        .events()
                        .publishPlatformEvent(
                                event(i),
                                JsonNodeFactory.instance.objectNode().put("Id__c", Integer.toString(published)),
                                simulator.runAsUserId().orElseThrow());
            }
        }
    }

    /** How many events each subscription is owed. */
    int published() {
        return published;
    }

    Spent spent() {
        return new Spent(
                simulator.events().deliveries(),
                HTTP.stream().mapToLong(point -> counter(point).sum()).sum(),
                counter(FaultPoint.PUBSUB_REQUEST).sum(),
                counter(FaultPoint.TOKEN_REQUEST).sum());
    }

    private LongAdder counter(FaultPoint point) {
        return passed.computeIfAbsent(point, unknown -> new LongAdder());
    }

    @Override
    public void close() {
        simulator.close();
    }
}

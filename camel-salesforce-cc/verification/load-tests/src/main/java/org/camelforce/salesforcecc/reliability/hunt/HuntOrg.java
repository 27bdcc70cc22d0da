package org.camelforce.salesforcecc.reliability.hunt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.test.support.TestTls;

/** The org of a round, with one platform event for each subscription. Safe for use by several threads. */
final class HuntOrg implements AutoCloseable {

    private static final int NO_LIMIT = 1_000_000_000;
    private static final int THREADS = 300;
    private static final int TEXT = 20;

    private final SalesforceSimulator simulator;
    private final SkewedTime time;
    private final List<Account> accounts;
    private final Map<String, Account> byEvent = new HashMap<>();

    HuntOrg(RoundPlan plan, List<Account> accounts, InstantSource clock) {
        this.accounts = accounts;
        this.time = new SkewedTime(clock, plan.skew());
        Schema schema = Schema.standard();
        for (Spec spec : plan.specs()) {
            schema = schema.with(SObjectDefinition.platformEvent(spec.event())
                    .fields(FieldDefinition.text("Id__c", TEXT))
                    .build());
            byEvent.put(spec.event(), accounts.get(spec.index()));
        }
        simulator = SalesforceSimulator.builder()
                .pubSubTls(TestTls.server())
                .dailyApiRequests(NO_LIMIT)
                .maxThreads(THREADS)
                .time(time)
                .schema(schema)
                .start();
        plan.specs().forEach(spec -> simulator
                .managedSubscriptions()
                .define(ManagedSubscriptions.Definition.earliest("Hunt" + spec.index(), spec.channel())));
        simulator.events().addListener(this::published);
        simulator.managedSubscriptions().addCommitListener((name, position) -> account(
                        Integer.parseInt(name.substring("Hunt".length())))
                .commit(position));
    }

    SalesforceSimulator simulator() {
        return simulator;
    }

    SkewedTime time() {
        return time;
    }

    void publish(Spec spec) {
        int number = account(spec.index()).publish();
        simulator
                .events()
                .publishPlatformEvent(
                        spec.event(),
                        JsonNodeFactory.instance.objectNode().put("Id__c", Integer.toString(number)),
                        simulator.runAsUserId().orElseThrow());
    }

    private Account account(int index) {
        return accounts.get(index);
    }

    private void published(LoggedEvent event) {
        Account account = byEvent.get(event.type());
        if (account != null) {
            account.published(event.payload().path("Id__c").asInt(), event.replayId());
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}

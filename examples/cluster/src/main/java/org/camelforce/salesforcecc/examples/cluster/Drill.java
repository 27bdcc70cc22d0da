package org.camelforce.salesforcecc.examples.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.camel.support.task.Tasks;
import org.apache.camel.support.task.budget.Budgets;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/** Kills nodes while orders are placed, and waits for what must happen then. */
final class Drill {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int ORDERS_IN_BETWEEN = 75;

    private final Publisher publisher;
    private final Ledger ledger;
    private final Nodes nodes;
    private final BiConsumer<String, String> report;
    private final List<Kill> kills = new ArrayList<>();

    Drill(Publisher publisher, Ledger ledger, Nodes nodes, BiConsumer<String, String> report) {
        this.publisher = publisher;
        this.ledger = ledger;
        this.nodes = nodes;
        this.report = report;
    }

    /** Places orders as soon as there is a subscription: what was published before is not for a new one. */
    void begin(SalesforceSimulator org) throws Exception {
        await("a node subscribes", () -> org.subscriptions() > 0);
        report.accept("Active", ledger.owner());
        publisher.start();
    }

    /** Waits until the active node is busy, kills it and waits until another one has gone on. */
    void killActiveNode() throws Exception {
        String node = awaitBusyNode();
        nodes.kill(node);
        Kill kill = new Kill(node, ledger.now(), ledger.position());
        kills.add(kill);
        report.accept("Killed", node + " in mid-stream; its stored position is " + kill.position());
        await("a node goes on after " + node, () -> !ledger.owner().equals(node) && linesOf(ledger.owner()) > 0);
        report.accept("Active", ledger.owner());
    }

    /** Stops placing orders and waits until all have been processed. */
    Outcome end() throws Exception {
        awaitBusyNode();
        publisher.stop();
        await("every order is processed", () -> outcome().lost().isEmpty());
        return outcome();
    }

    private Outcome outcome() throws Exception {
        return new Outcome(publisher.placed(), ledger.lines(), List.copyOf(kills));
    }

    private String awaitBusyNode() throws Exception {
        await("a node has processed orders", () -> linesOf(ledger.owner()) >= ORDERS_IN_BETWEEN);
        return ledger.owner();
    }

    private long linesOf(String node) throws Exception {
        return ledger.lines().stream().filter(line -> line.node().equals(node)).count();
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        boolean happened = Tasks.foregroundTask()
                .withBudget(Budgets.iterationTimeBudget()
                        .withInterval(BETWEEN_LOOKS)
                        .withMaxDuration(PATIENCE)
                        .build())
                .build()
                .run(publisher.context(), () -> {
                    nodes.check();
                    publisher.check();
                    return holds(condition);
                });
        if (!happened) {
            throw new IllegalStateException("It did not happen within " + PATIENCE.toSeconds() + " s that " + what);
        }
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

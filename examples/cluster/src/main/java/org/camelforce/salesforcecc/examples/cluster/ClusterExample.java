package org.camelforce.salesforcecc.examples.cluster;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/**
 * Runs an org and a database in this process and two nodes in processes of their own, kills the node that is active,
 * and checks that the other one loses nothing.
 */
public final class ClusterExample {

    private final PrintStream out;
    private final int kills;

    /**
     * @param out where to print what is done
     * @param kills how often to kill the active node; all but the last one are replaced
     */
    public ClusterExample(PrintStream out, int kills) {
        this.out = out;
        this.kills = kills;
    }

    /**
     * Ends the process: with exit code 0 if no order was lost and each that came again had a reason, with 1 otherwise.
     *
     * @param args how often to kill the active node; once if there is none
     * @throws Exception if something does not start or nothing happens for three minutes
     */
    public static void main(String[] args) throws Exception {
        int kills = args.length == 0 ? 1 : Integer.parseInt(args[0]);
        System.exit(new ClusterExample(System.out, kills).run() ? 0 : 1);
    }

    /**
     * @return whether no order was lost and each that came again had a reason
     * @throws Exception if something does not start or nothing happens for three minutes
     */
    public boolean run() throws Exception {
        Path folder = Files.createTempDirectory("cluster-example");
        try (SharedDatabase database = SharedDatabase.start();
                SalesforceSimulator org = org()) {
            Ledger ledger = new Ledger(database.source());
            ledger.create();
            line("Org", org.getLoginUrl() + " (simulator in this process)");
            try (Nodes nodes = new Nodes(environment(database, org, folder))) {
                return report(run(org, ledger, nodes));
            }
        } finally {
            delete(folder);
        }
    }

    private Outcome run(SalesforceSimulator org, Ledger ledger, Nodes nodes) throws Exception {
        nodes.start();
        nodes.start();
        try (Publisher publisher = new Publisher(org)) {
            Drill drill = new Drill(publisher, ledger, nodes, this::line);
            drill.begin(org);
            for (int i = 1; i <= kills; i++) {
                drill.killActiveNode();
                if (i < kills) {
                    nodes.start();
                }
            }
            return drill.end();
        }
    }

    private boolean report(Outcome outcome) {
        line("Orders", outcome.placed() + " placed");
        outcome.perNode().forEach((node, orders) -> line("Done", orders + " by " + node));
        outcome.kills()
                .forEach(kill -> line(
                        "Gap",
                        outcome.takeover(kill).toMillis() + " ms after the end of " + kill.node()
                                + " the next node went on"));
        List<Handled> unexplained = outcome.unexplained();
        line(
                "Again",
                outcome.again().size() + " processed twice, "
                        + (unexplained.isEmpty()
                                ? "all of them after the position that the killed node had stored"
                                : "of which without a reason: " + unexplained));
        line("Lost", outcome.lost().isEmpty() ? "none" : String.join(", ", outcome.lost()));
        return outcome.lost().isEmpty() && unexplained.isEmpty();
    }

    private static SalesforceSimulator org() {
        return SalesforceSimulator.builder()
                .schema(Schema.standard()
                        .with(SObjectDefinition.platformEvent("Order__e")
                                .fields(FieldDefinition.text("Number__c", 20))
                                .build()))
                .start();
    }

    private static Map<String, String> environment(SharedDatabase database, SalesforceSimulator org, Path folder) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("SALESFORCE_LOGIN_URL", org.getLoginUrl());
        environment.put("SALESFORCE_CLIENT_ID", org.getClientId());
        environment.put("SALESFORCE_CLIENT_SECRET", org.getClientSecret());
        environment.put("CLUSTER_FOLDER", folder.toString());
        return environment;
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void line(String what, String details) {
        out.printf("%-8s %s%n", what, details);
    }
}

package org.camelforce.salesforcecc.benchmarks.requests;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What many orgs in one process cost, beside Camel's own component. */
@Command(
        name = "instances",
        description = "Threads, open files, heap and start time of many instances, each with another org.",
        mixinStandardHelpOptions = true)
public final class InstancesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--instances", split = ",", description = "How many there are (1,10,100,500).")
    private List<Integer> instances = List.of(1, 10, 100, 500);

    @Option(names = "--subscribed", description = "How many of them subscribe to the Pub/Sub API (0).")
    private int subscribed;

    @Option(names = "--sides", split = ",", description = "SALESFORCE_CC, SALESFORCE or both.")
    private List<Side> sides = List.of(Side.SALESFORCE_CC, Side.SALESFORCE);

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Process orgs = Children.start(CannedOrg.class, "0.0.0.0");
        Process pubSub = Children.start(CannedPubSub.class);
        try {
            String port = String.valueOf(URI.create(Children.firstLine(orgs)).getPort());
            String[] place = Children.firstLine(pubSub).split(" ", 2);
            for (Side side : sides) {
                for (int count : instances) {
                    out.println(side + ": " + measured(side, port, count, place));
                    out.flush();
                }
            }
        } finally {
            orgs.destroy();
            pubSub.destroy();
        }
        return 0;
    }

    private String measured(Side side, String port, int count, String[] place) throws IOException {
        return Children.figures(Children.start(
                        InstancesProgram.class,
                        side.name(),
                        port,
                        String.valueOf(count),
                        String.valueOf(subscribed),
                        place[0],
                        place[1]))
                .stream()
                .findFirst()
                .orElse(count + " instances: the process has ended too early");
    }
}

package org.camelforce.salesforcecc.benchmarks.requests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

    @Option(names = "--sides", split = ",", description = "SALESFORCE_CC, SALESFORCE or both.")
    private List<Side> sides = List.of(Side.SALESFORCE_CC, Side.SALESFORCE);

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Process orgs = Children.start(CannedOrg.class, "0.0.0.0");
        try (BufferedReader lines = reader(orgs)) {
            String port = String.valueOf(URI.create(lines.readLine()).getPort());
            for (Side side : sides) {
                for (int count : instances) {
                    out.println(side + ": " + measured(side, port, count));
                    out.flush();
                }
            }
        } finally {
            orgs.destroy();
        }
        return 0;
    }

    private static String measured(Side side, String port, int count) throws IOException {
        Process process = Children.start(InstancesProgram.class, side.name(), port, String.valueOf(count));
        try (BufferedReader lines = reader(process)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(SideProgram.FIGURES)) {
                    return line.substring(SideProgram.FIGURES.length());
                }
            }
        }
        return count + " instances: the process has ended too early";
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}

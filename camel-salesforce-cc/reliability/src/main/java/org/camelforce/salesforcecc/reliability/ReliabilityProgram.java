package org.camelforce.salesforcecc.reliability;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Long runs of the proof. Exit codes: 0 if the durable consumers have lost nothing and so on, 1 if not, or if a
 * scenario cannot be run, 2 if an argument is not valid.
 */
@Command(
        name = "reliability",
        description = "Subscriptions under faults and kills, and what their histories prove.",
        mixinStandardHelpOptions = true)
public final class ReliabilityProgram {

    private ReliabilityProgram() {}

    /**
     * Runs the program and ends the process.
     *
     * @param args the command line; {@code --help} explains it
     */
    public static void main(String... args) {
        InstantSource clock = InstantSource.system();
        CommandLine program = new CommandLine(new ReliabilityProgram())
                .addSubcommand(new FaultsCommand(System::nanoTime, clock))
                .addSubcommand(new ThroughputCommand(System::nanoTime, clock))
                .addSubcommand(new ClusterCommand(System::nanoTime, clock))
                .addSubcommand(new OutageCommand(System::nanoTime))
                .addSubcommand(new HuntCommand(System::nanoTime, clock));
        System.exit(program.execute(args));
    }
}

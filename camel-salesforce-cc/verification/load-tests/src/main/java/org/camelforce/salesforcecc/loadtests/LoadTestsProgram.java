package org.camelforce.salesforcecc.loadtests;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.benchmarks.BenchmarkCommands;
import org.camelforce.salesforcecc.loadtests.bulk.BulkCommand;
import org.camelforce.salesforcecc.reliability.ReliabilityCommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Runs one scenario and prints what happened. Exit codes: 0 if what can be counted is as it should be, 1 if not or if
 * the scenario cannot be run, 2 if an argument is not valid.
 */
@Command(
        name = "load-tests",
        description = "Long runs of salesforce-cc: faults, kills, outages, rotations and load.",
        mixinStandardHelpOptions = true)
public final class LoadTestsProgram {

    private LoadTestsProgram() {}

    /**
     * Runs the program and ends the process.
     *
     * @param args the command line; {@code --help} explains it
     */
    public static void main(String... args) {
        System.exit(commandLine(System::nanoTime, InstantSource.system()).execute(args));
    }

    static CommandLine commandLine(LongSupplier ticker, InstantSource clock) {
        CommandLine program = new CommandLine(new LoadTestsProgram());
        ReliabilityCommands.all(ticker, clock).forEach(program::addSubcommand);
        BenchmarkCommands.all(ticker).forEach(program::addSubcommand);
        program.addSubcommand(new BulkCommand(ticker));
        return program.setCaseInsensitiveEnumValuesAllowed(true);
    }
}

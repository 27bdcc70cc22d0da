package org.camelforce.salesforcecc.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.camelforce.salesforcecc.migration.MigrationReport;
import org.camelforce.salesforcecc.migration.MigrationScan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what in a project still logs in with a password. The exit code is the number of lines to change. */
@Command(
        name = "scan",
        description =
                "Lists the routes, properties and YAML files of a project that still log in to Salesforce with username"
                        + " and password or a refresh token, with the line to write instead. Changes nothing. The exit code is the"
                        + " number of lines, 125 at most; it is 126 if an argument is not valid and 127 if the program failed.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class ScanCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Root of the project.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Prints the report as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (spec == null || folder == null) {
            throw new IllegalStateException("not run by picocli");
        }
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), folder + " is not a folder");
        }
        MigrationReport report = new MigrationScan(folder).run();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report.toJson().toPrettyString());
        } else {
            report.lines().forEach(out::println);
        }
        out.flush();
        return ExitCode.of(report.findings().size());
    }
}

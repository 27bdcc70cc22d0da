package org.camelforce.salesforcecc.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.camelforce.salesforcecc.internal.migration.MigrationReport;
import org.camelforce.salesforcecc.internal.migration.MigrationScan;
import org.camelforce.salesforcecc.internal.migration.MigrationTarget;
import org.camelforce.salesforcecc.internal.migration.ReportFiles;
import org.camelforce.salesforcecc.internal.migration.ReportJson;
import org.camelforce.salesforcecc.internal.migration.ReportPatch;
import org.camelforce.salesforcecc.internal.migration.ReportText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what in a project belongs to Camel's own Salesforce component and its login, and can change it. */
@Command(
        name = "scan",
        description =
                "Lists what in a project belongs to Camel's component salesforce, to Camel's Kamelets for Salesforce and"
                        + " to their logins with a password, a JWT or a refresh token. Says what to write instead. Reads"
                        + " properties, .cfg, YAML, .env, Dockerfiles, scripts, JSON, XML, the build files of Maven and"
                        + " Gradle, Java, Kotlin and Groovy. Changes nothing without --apply. The exit code is the number"
                        + " of places to change or to look at, plus the number of files that mention Salesforce and were"
                        + " not read, 125 at most. It is 126 if an argument is not valid, and 127 if the program failed."
                        + " With --apply and --patch, it counts what is left for you.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class ScanCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Root of the project.")
    private @Nullable Path folder;

    @Option(
            names = "--login-url",
            paramLabel = "URL",
            description = "The org's My Domain URL, to write where a login URL has to change. Without it, such places"
                    + " are left for you.")
    private @Nullable URI loginUrl;

    @Option(
            names = "--all",
            description = "Lists endpoints, properties and names of the component also if the project logs in with the"
                    + " client credentials flow already.")
    private boolean all;

    @ArgGroup
    private @Nullable Output output;

    /** What to do with the report. */
    static final class Output {

        @Option(names = "--json", description = "Prints the report as JSON.")
        private boolean json;

        @Option(
                names = "--patch",
                description = "Prints what is certain as a patch for git apply. Leaves out changes that would print a"
                        + " secret's value.")
        private boolean patch;

        @Option(names = "--apply", description = "Writes what is certain into the files, and lists the rest.")
        private boolean apply;
    }

    @Override
    public Integer call() throws IOException {
        if (spec == null || folder == null) {
            throw new IllegalStateException("not run by picocli");
        }
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), folder + " is not a folder");
        }
        if (loginUrl != null && loginUrl.getHost() == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--login-url is the org's My Domain URL, https://<my domain>.my.salesforce.com");
        }
        MigrationReport report = scan(folder);
        PrintWriter out = spec.commandLine().getOut();
        if (output != null && output.apply) {
            List<String> written = ReportFiles.write(report, folder);
            written.forEach(file -> out.println("changed: " + file));
            report = scan(folder);
            ReportText.lines(report).forEach(out::println);
        } else if (output != null && output.patch) {
            return patch(spec, report);
        } else if (output != null && output.json) {
            out.println(ReportJson.of(report).toPrettyString());
        } else {
            ReportText.lines(report).forEach(out::println);
        }
        out.flush();
        return ExitCode.of(report.findings().size() + report.unread().size());
    }

    private MigrationReport scan(Path root) throws IOException {
        String url = loginUrl == null ? null : loginUrl.toString();
        return new MigrationScan(root, new MigrationTarget(url, ProgramVersion.version()), all).run();
    }

    private static int patch(CommandSpec spec, MigrationReport report) {
        ReportPatch patch = ReportPatch.of(report);
        PrintWriter out = spec.commandLine().getOut();
        out.print(patch.text());
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        List<String> look = ReportText.looks(report);
        look.forEach(err::println);
        patch.leftOut()
                .forEach(place ->
                        err.println(place + ": not in the patch, which would print a secret; --apply writes it"));
        err.flush();
        return ExitCode.of(look.size() + patch.leftOut().size());
    }
}

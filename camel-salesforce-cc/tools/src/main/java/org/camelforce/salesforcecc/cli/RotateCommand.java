package org.camelforce.salesforcecc.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camelforce.salesforcecc.internal.connection.Transport;
import org.camelforce.salesforcecc.internal.connection.TransportSettings;
import org.camelforce.salesforcecc.internal.oauth.LoginUrl;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.camelforce.salesforcecc.rotation.CredentialsFileWriter;
import org.camelforce.salesforcecc.rotation.CredentialsFolderWriter;
import org.camelforce.salesforcecc.rotation.CredentialsWriter;
import org.camelforce.salesforcecc.rotation.RotationException;
import org.camelforce.salesforcecc.rotation.RotationResult;
import org.camelforce.salesforcecc.rotation.RotationStep;
import org.camelforce.salesforcecc.rotation.SalesforceCredentialRotation;
import org.eclipse.jetty.client.HttpClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Replaces an app's consumer key and secret. */
@Command(
        name = "rotate",
        description =
                "Stages a new consumer key and secret, stores it, makes it the current one and proves that it works. The exit"
                        + " code is 0 for a rotation, or for a dry run that finds one possible; otherwise, it is 1. It is 126"
                        + " if an argument is not valid, and 127 if the program failed.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class RotateCommand implements Callable<Integer> {

    private static final int NOT_DONE = 1;

    /** As long as the rotation waits: a pair may be left staged if the connection is closed before. */
    private static final long TIMEOUT_MILLIS = 60_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final OrgOptions org;

    @Option(
            names = "--write-to",
            paramLabel = "PATH",
            description =
                    "Where to store the new pair: an existing folder gets one file per value, a file whose name ends with"
                            + " .properties gets properties, and any other file gets JSON. Needed without --dry-run.")
    private @Nullable Path writeTo;

    @Option(names = "--dry-run", description = "Checks everything and changes nothing.")
    private boolean dryRun;

    @Option(names = "--app-id", paramLabel = "ID", description = "ID of the app. Default: looked up.")
    private @Nullable String appId;

    @Option(names = "--app-name", paramLabel = "NAME", description = "API name of the app. Default: any.")
    private @Nullable String appName;

    @Option(names = "--consumer-id", paramLabel = "ID", description = "ID of its consumer. Default: looked up.")
    private @Nullable String consumerId;

    @Option(names = "--api-version", paramLabel = "VERSION", description = "REST API version, 65.0 or later.")
    private @Nullable String apiVersion;

    @Option(names = "--replace-staged", description = "Deletes pairs that are staged already instead of stopping.")
    private boolean replaceStaged;

    @Option(
            names = "--end-former-pair",
            description = "Ends the former pair when the new one is proved. For a pair that has leaked.")
    private boolean endFormerPair;

    RotateCommand(Map<String, String> environment, SecretPrompt prompt) {
        this.org = new OrgOptions(environment, prompt);
    }

    @Override
    public Integer call() {
        try (Transport transport = Transport.open(transport())) {
            return rotate(rotation(transport.httpClient()));
        }
    }

    TransportSettings transport() {
        try {
            return org.transport().withTimeout(TIMEOUT_MILLIS);
        } catch (IllegalArgumentException e) {
            throw invalid(e);
        }
    }

    private int rotate(SalesforceCredentialRotation rotation) {
        PrintWriter out = requireSpec().commandLine().getOut();
        PrintWriter err = requireSpec().commandLine().getErr();
        try {
            RotationResult result = dryRun ? rotation.dryRun() : rotation.rotate();
            print(result.steps(), out);
            out.println(
                    dryRun
                            ? "Nothing was changed; a rotation can be made."
                            : "The current pair is now " + result.current() + ", no longer " + result.former() + ".");
            return 0;
        } catch (RotationException e) {
            print(e.steps(), out);
            err.println(e.getMessage());
            if (e.getCause() != null) {
                err.println("Cause: " + e.getCause().getMessage());
            }
            return NOT_DONE;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private SalesforceCredentialRotation rotation(HttpClient client) {
        try {
            String loginUrl = LoginUrl.parse(org.loginUrl(), TrustedHosts.and(org.allowedHosts()))
                    .value()
                    .toString();
            CredentialsWriter writer = writer(loginUrl);
            SalesforceCredentialRotation rotation = SalesforceCredentialRotation.ofOwnApp(
                    client, loginUrl, org.allowedHosts(), org.credentials(), writer);
            rotation.setAppId(appId);
            rotation.setAppName(appName);
            rotation.setConsumerId(consumerId);
            rotation.setReplaceStaged(replaceStaged);
            rotation.setEndFormerPair(endFormerPair);
            if (apiVersion != null) {
                rotation.setApiVersion(apiVersion);
            }
            return rotation;
        } catch (IllegalArgumentException e) {
            throw invalid(e);
        }
    }

    private ParameterException invalid(IllegalArgumentException failure) {
        return new ParameterException(requireSpec().commandLine(), String.valueOf(failure.getMessage()));
    }

    private CredentialsWriter writer(String loginUrl) {
        Path path = writeTo;
        if (path == null) {
            if (!dryRun) {
                throw new IllegalArgumentException("Missing --write-to: store the new pair before it is used");
            }
            return pair -> {
                throw new IllegalStateException("a dry run stores nothing");
            };
        }
        return Files.isDirectory(path)
                ? new CredentialsFolderWriter(path, loginUrl)
                : new CredentialsFileWriter(path, loginUrl);
    }

    private static void print(List<RotationStep> steps, PrintWriter out) {
        steps.forEach(out::println);
    }

    private CommandSpec requireSpec() {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        return spec;
    }
}

package org.camelforce.salesforcecc.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.doctor.CheckStatus;
import org.camelforce.salesforcecc.doctor.DoctorReport;
import org.camelforce.salesforcecc.doctor.SalesforceCcDoctor;
import org.camelforce.salesforcecc.internal.doctor.OrgDoctor;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Examines an org's login. The exit code is the number of failed checks. */
@Command(
        name = "doctor",
        description =
                "Examines step by step whether a login works, and says what to change. The exit code is the number of"
                        + " failed checks; it is 126 if an argument is not valid and 127 if the program failed.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class DoctorCommand implements Callable<Integer> {

    private static final long MILLIS = 1_000;
    private static final List<CheckName> OPTIONAL =
            List.of(CheckName.INTROSPECTION, CheckName.STREAMING, CheckName.PUB_SUB);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final OrgOptions org;

    @Option(
            names = "--client-authentication",
            paramLabel = "METHOD",
            defaultValue = "CLIENT_SECRET_POST",
            description = "How key and secret are sent: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ClientAuthenticationMethod method = ClientAuthenticationMethod.CLIENT_SECRET_POST;

    @Option(
            names = "--api-version",
            paramLabel = "VERSION",
            description = "API version that the integration uses, such as 62.0. Default: that of camel-salesforce.")
    private @Nullable String apiVersion;

    @Option(names = "--expected-org", paramLabel = "ID", description = "ID of the org that you expect.")
    private @Nullable String expectedOrg;

    @Option(names = "--expected-user", paramLabel = "ID", description = "ID of the Run As user that you expect.")
    private @Nullable String expectedUser;

    @Option(
            names = "--pub-sub-host",
            paramLabel = "HOST",
            defaultValue = "api.pubsub.salesforce.com",
            description = "Host of the Pub/Sub API. Default: ${DEFAULT-VALUE}.")
    private String pubSubHost = "";

    @Option(
            names = "--pub-sub-port",
            paramLabel = "PORT",
            defaultValue = "7443",
            description = "Its port. Default: ${DEFAULT-VALUE}.")
    private int pubSubPort;

    @Option(
            names = "--without",
            paramLabel = "CHECK",
            split = ",",
            converter = CheckNameConverter.class,
            description = "What the integration does not use: introspection, streaming, pub-sub.")
    private List<CheckName> leftOut = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for each answer. Default: ${DEFAULT-VALUE}.")
    private long timeout;

    @Option(names = "--json", description = "Prints the report as JSON.")
    private boolean json;

    DoctorCommand(Map<String, String> environment, SecretPrompt prompt) {
        this.org = new OrgOptions(environment, prompt);
    }

    @Override
    public Integer call() throws InterruptedException {
        DoctorReport report = doctor().examine();
        PrintWriter out = requireSpec().commandLine().getOut();
        if (json) {
            out.println(report.toJson().toPrettyString());
        } else {
            report.lines().forEach(out::println);
            String unused = failedButOptional(report);
            if (!unused.isEmpty()) {
                out.println("If the integration does not use what failed, leave it out: --without " + unused);
            }
        }
        out.flush();
        return ExitCode.of(report.failures());
    }

    private static String failedButOptional(DoctorReport report) {
        return OPTIONAL.stream()
                .filter(name -> report.result(name).status() == CheckStatus.FAILED)
                .map(CheckName::id)
                .collect(Collectors.joining(","));
    }

    private SalesforceCcDoctor doctor() {
        if (timeout < 1) {
            throw invalid("--timeout must be at least 1 second, but is " + timeout);
        }
        try {
            OrgDoctor doctor = new OrgDoctor(org.loginUrl(), List.of(org.credentials()));
            doctor.setTransport(org.transport().withTimeout(timeout * MILLIS));
            doctor.setClientAuthenticationMethod(method);
            doctor.setTrustedHosts(TrustedHosts.and(org.allowedHosts()));
            doctor.setExpectedOrgId(expectedOrg);
            doctor.setExpectedUserId(expectedUser);
            doctor.setPubSub(pubSubHost, pubSubPort);
            doctor.setLeftOut(leftOut);
            if (apiVersion != null) {
                doctor.setApiVersion(apiVersion);
            }
            return doctor;
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException invalid(String message) {
        return new ParameterException(requireSpec().commandLine(), message);
    }

    private CommandSpec requireSpec() {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        return spec;
    }
}

package org.camelforce.salesforcecc.simulator.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions.Definition;
import org.camelforce.salesforcecc.simulator.oauth.Sessions.TokenIssue;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.simulator.setup.SchemaFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what the org and its connected app are like. */
final class OrgOptions {

    private static final String CLIENT_ID = "SIMULATOR_CLIENT_ID";
    private static final String CLIENT_SECRET = "SIMULATOR_CLIENT_SECRET";

    @Option(
            names = "--client-id",
            paramLabel = "KEY",
            description = "Consumer key. Default: $" + CLIENT_ID + " if set, otherwise random.")
    private @Nullable String clientId;

    @Option(
            names = "--client-secret",
            paramLabel = "SECRET",
            description = "Consumer secret. Default: $" + CLIENT_SECRET + " if set, otherwise random. Other users of"
                    + " the machine can see arguments, so prefer the variable.")
    private @Nullable String clientSecret;

    @Option(
            names = "--run-as",
            paramLabel = "USERNAME",
            defaultValue = "integration@simulator.example",
            description = "The app's Run As user. Default: ${DEFAULT-VALUE}.")
    private String runAs = "";

    @Option(names = "--org-id", paramLabel = "ID", description = "Org ID, starting with 00D. Default: random.")
    private @Nullable String orgId;

    @Option(
            names = "--session-timeout",
            paramLabel = "TIME",
            defaultValue = "PT2H",
            converter = TimeoutConverter.class,
            description = "How long a session lives without activity: minutes, or an ISO 8601 duration such as PT90S."
                    + " Default: ${DEFAULT-VALUE}.")
    private Duration sessionTimeout = Duration.ZERO;

    @Option(
            names = "--token-issue",
            paramLabel = "ISSUE",
            defaultValue = "SAME_WHILE_LIVE",
            description = "What a further login does to the session that is there: ${COMPLETION-CANDIDATES}."
                    + " Default: ${DEFAULT-VALUE}.")
    private TokenIssue tokenIssue = TokenIssue.SAME_WHILE_LIVE;

    @Option(
            names = "--api-version",
            paramLabel = "VERSION",
            defaultValue = "67.0",
            description = "Latest API version that the org serves, from 31.0. Default: ${DEFAULT-VALUE}.")
    private String apiVersion = "";

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description =
                    "JSON file with fields, custom objects and platform events that the org has beyond its" + " own.")
    private @Nullable Path schema;

    private List<Definition> managedSubscriptions = List.of();

    /**
     * Applies the options.
     *
     * @throws IllegalArgumentException if one is not valid
     */
    SalesforceSimulator.Builder apply(
            SalesforceSimulator.Builder settings, Schema base, Map<String, String> environment) {
        String key = given("--client-id", clientId, environment.get(CLIENT_ID));
        if (key != null) {
            settings.consumerKey(key);
        }
        String secret = given("--client-secret", clientSecret, environment.get(CLIENT_SECRET));
        if (secret != null) {
            settings.consumerSecret(secret);
        }
        if (orgId != null) {
            settings.orgId(orgId);
        }
        Schema objects = schema == null ? base : SchemaFile.read(schema, base);
        managedSubscriptions = schema == null ? List.of() : SchemaFile.managedSubscriptions(schema, objects);
        return settings.schema(objects)
                .runAsUsername(runAs)
                .sessionTimeout(sessionTimeout)
                .tokenIssue(tokenIssue)
                .apiVersion(apiVersion);
    }

    /** Answers those of the schema file, once {@link #apply} has read it. */
    List<Definition> managedSubscriptions() {
        return managedSubscriptions;
    }

    private static @Nullable String given(String option, @Nullable String argument, @Nullable String variable) {
        if (argument == null) {
            return variable == null || variable.isBlank() ? null : variable;
        }
        if (argument.isBlank()) {
            throw new IllegalArgumentException(option + " must not be blank");
        }
        return argument;
    }
}

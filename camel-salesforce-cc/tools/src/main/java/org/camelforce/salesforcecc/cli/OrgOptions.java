package org.camelforce.salesforcecc.cli;

import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which org, and with which key and secret. */
final class OrgOptions {

    private static final String LOGIN_URL = "SALESFORCE_LOGIN_URL";
    private static final String CLIENT_ID = "SALESFORCE_CLIENT_ID";

    @Option(
            names = "--login-url",
            paramLabel = "URL",
            description = "The org's My Domain. Default: $" + LOGIN_URL + ".")
    private @Nullable String loginUrl;

    @Option(names = "--client-id", paramLabel = "KEY", description = "Consumer key. Default: $" + CLIENT_ID + ".")
    private @Nullable String clientId;

    @Mixin
    private SecretOptions secret = new SecretOptions();

    @Option(
            names = "--allowed-hosts",
            paramLabel = "HOST",
            split = ",",
            description = "Hosts that secret and token may be sent to besides Salesforce's own.")
    private List<String> allowedHosts = List.of();

    /** @throws IllegalArgumentException if it is not given */
    String loginUrl(Map<String, String> environment) {
        return given("--login-url", loginUrl, environment.get(LOGIN_URL), LOGIN_URL);
    }

    /** @throws IllegalArgumentException if one half is not given */
    ClientCredentials credentials(Map<String, String> environment, SecretPrompt prompt) {
        String key = given("--client-id", clientId, environment.get(CLIENT_ID), CLIENT_ID);
        return new ClientCredentials(key, secret.read(environment, prompt));
    }

    List<String> allowedHosts() {
        return allowedHosts;
    }

    private static String given(
            String option, @Nullable String argument, @Nullable String ofEnvironment, String variable) {
        String value = argument == null ? ofEnvironment : argument;
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Missing " + option + ", or the environment variable " + variable);
        }
        return value.trim();
    }
}

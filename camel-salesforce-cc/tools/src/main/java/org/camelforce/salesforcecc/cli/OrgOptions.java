package org.camelforce.salesforcecc.cli;

import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.internal.connection.HttpProxySettings;
import org.camelforce.salesforcecc.internal.connection.TransportSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which org, with which key and secret, and on which way. */
final class OrgOptions {

    private static final String LOGIN_URL = "SALESFORCE_LOGIN_URL";
    private static final String CLIENT_ID = "SALESFORCE_CLIENT_ID";
    private static final int MAX_PORT = 65_535;

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
            description = "Hosts, besides Salesforce's own, that can receive secret and token.")
    private List<String> allowedHosts = List.of();

    @Option(names = "--http-proxy", paramLabel = "HOST:PORT", description = "HTTP proxy on the way to Salesforce.")
    private @Nullable String httpProxy;

    private final Map<String, String> environment;
    private final SecretPrompt prompt;

    OrgOptions(Map<String, String> environment, SecretPrompt prompt) {
        this.environment = environment;
        this.prompt = prompt;
    }

    /** @throws IllegalArgumentException if it is not given */
    String loginUrl() {
        return given("--login-url", loginUrl, environment.get(LOGIN_URL), LOGIN_URL);
    }

    /** @throws IllegalArgumentException if one half is not given */
    ClientCredentials credentials() {
        String key = given("--client-id", clientId, environment.get(CLIENT_ID), CLIENT_ID);
        return new ClientCredentials(key, secret.read(environment, prompt));
    }

    List<String> allowedHosts() {
        return allowedHosts;
    }

    /** @throws IllegalArgumentException if the proxy's address is none */
    TransportSettings transport() {
        return TransportSettings.ofPlatform().withProxy(httpProxy == null ? null : proxy(httpProxy));
    }

    private static HttpProxySettings proxy(String address) {
        int colon = address.lastIndexOf(':');
        int port = colon >= 1 && address.substring(colon + 1).matches("\\d{1,5}")
                ? Integer.parseInt(address.substring(colon + 1))
                : 0;
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("--http-proxy must look like host:port");
        }
        return HttpProxySettings.plain(address.substring(0, colon), port);
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

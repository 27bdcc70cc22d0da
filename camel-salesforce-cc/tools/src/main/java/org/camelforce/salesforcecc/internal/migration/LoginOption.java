package org.camelforce.salesforcecc.internal.migration;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the options of {@code camel-salesforce} have to do with the login. */
enum LoginOption {
    USER_NAME("username"),
    PASSWORD("password"),
    REFRESH_TOKEN("refreshtoken"),
    AUTHENTICATION_TYPE("authenticationtype"),
    KEYSTORE("keystore"),
    JWT_AUDIENCE("jwtaudience"),
    LOGIN_URL("loginurl"),
    CLIENT_SECRET("clientsecret"),
    HTTP_CLIENT("httpclient"),
    OTHER("");

    static final String MASK = "***";
    static final String SECRET_FROM_ENVIRONMENT = "{{env:SALESFORCE_CLIENT_SECRET}}";

    private static final String OURS = "client_credentials";
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?s)\\{\\{.*}}|\\$\\{.*}|\\$\\(.*\\)|\\$\\w+|RAW\\((?:\\{\\{.*}}|\\$\\{.*})\\)|#\\w+|%\\w+%|%(?:\\d+\\$)?s");
    private static final Set<String> SECRET_ENDINGS = Set.of("password", "secret", "token");

    private final String plain;

    LoginOption(String plain) {
        this.plain = plain;
    }

    /** The option of a name in camel case, with dashes or with underscores. */
    static LoginOption of(String name) {
        String plain = plain(name);
        for (LoginOption option : values()) {
            if (option != OTHER && option.plain.equals(plain)) {
                return option;
            }
        }
        return OTHER;
    }

    /** A name in lower case, without dashes and underscores. */
    static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Whether an option's value is not for other eyes, judged by its name. */
    static boolean isSecretName(String name) {
        return of(name).isSecret() || SECRET_ENDINGS.stream().anyMatch(plain(name)::endsWith);
    }

    /** Whether this value of the option {@code authenticationType} is the client credentials flow. */
    static boolean isClientCredentials(String value) {
        return value.trim().replace('-', '_').toLowerCase(Locale.ROOT).endsWith(OURS);
    }

    /** Whether the option has no place beside the client credentials flow. */
    boolean isObsolete(String value) {
        return this == AUTHENTICATION_TYPE ? !isClientCredentials(value) : isCredential();
    }

    /** Whether the new component has no use for it, whatever its value. */
    boolean isCredential() {
        return this == USER_NAME
                || this == PASSWORD
                || this == REFRESH_TOKEN
                || this == KEYSTORE
                || this == JWT_AUDIENCE;
    }

    /** Whether its value is not for other eyes. */
    boolean isSecret() {
        return this == USER_NAME || this == PASSWORD || this == REFRESH_TOKEN || this == CLIENT_SECRET;
    }

    String why() {
        return switch (this) {
            case USER_NAME -> "names the user who logs in";
            case PASSWORD -> "logs in with username and password";
            case REFRESH_TOKEN -> "logs in with a refresh token";
            case KEYSTORE, JWT_AUDIENCE -> "logs in with a JWT";
            case AUTHENTICATION_TYPE -> "chooses another login flow";
            case LOGIN_URL -> "the login URL must be the org's My Domain";
            case HTTP_CLIENT ->
                "salesforce-cc makes its own HTTP client; set httpClientProperties, sslContextParameters"
                        + " or the httpProxy options instead";
            default -> "belongs to the component that is replaced";
        };
    }

    /** What to say of an option with a value: nothing of one that is right. */
    String why(String value) {
        boolean right = this == AUTHENTICATION_TYPE && isClientCredentials(value)
                || this == LOGIN_URL && !isPlaceholder(value) && !isGenericUrl(value);
        return right ? OTHER.why() : why();
    }

    /** Whether a value stands for another one, which is not in the file. */
    static boolean isPlaceholder(String value) {
        String text = value.trim();
        return text.isEmpty() || PLACEHOLDER.matcher(text).matches();
    }

    /** Whether a value of the application's own is such a login URL, and not an address of another API there. */
    static boolean isGenericLogin(String value) {
        return isGenericUrl(value) && value.trim().matches("[^/]*//[^/]*/?");
    }

    /** Whether a login URL is not an org's own, where the flow does not work. */
    static boolean isGenericUrl(String value) {
        String host = value.toLowerCase(Locale.ROOT);
        return host.contains("//login.salesforce.com")
                || host.contains("//test.salesforce.com")
                || host.contains(".lightning.force.com");
    }
}

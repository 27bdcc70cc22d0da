package org.camelforce.salesforcecc.migration;

import java.util.Locale;
import java.util.Set;

/** What the options of {@code camel-salesforce} have to do with the login. */
enum LoginOption {
    USER_NAME("username"),
    PASSWORD("password"),
    REFRESH_TOKEN("refreshtoken"),
    AUTHENTICATION_TYPE("authenticationtype"),
    LOGIN_URL("loginurl"),
    CLIENT_SECRET("clientsecret"),
    OTHER("");

    static final String MY_DOMAIN = "https://<my domain>.my.salesforce.com";
    static final String MASK = "***";
    static final String SECRET_FROM_ENVIRONMENT = "{{env:SALESFORCE_CLIENT_SECRET}}";

    private static final Set<String> PASSWORD_TYPES = Set.of("username_password", "refresh_token");

    private final String plain;

    LoginOption(String plain) {
        this.plain = plain;
    }

    /** The option of a name in camel case or with dashes. */
    static LoginOption of(String name) {
        String plain = name.replace("-", "").toLowerCase(Locale.ROOT);
        for (LoginOption option : values()) {
            if (option != OTHER && option.plain.equals(plain)) {
                return option;
            }
        }
        return OTHER;
    }

    /** Whether it has no place in the client credentials flow. */
    boolean isObsolete() {
        return this == USER_NAME || this == PASSWORD || this == REFRESH_TOKEN || this == AUTHENTICATION_TYPE;
    }

    /** Whether this value is a login with a password or refresh token. */
    boolean isCredential(String value) {
        return this == AUTHENTICATION_TYPE
                ? PASSWORD_TYPES.contains(value.trim().replace('-', '_').toLowerCase(Locale.ROOT))
                : isObsolete();
    }

    /** Whether its value is not for other eyes. */
    boolean isSecret() {
        return this == USER_NAME || this == PASSWORD || this == REFRESH_TOKEN || this == CLIENT_SECRET;
    }

    /** What may be shown of a value: placeholders are no secrets. */
    String shown(String value) {
        return isSecret() && !isPlaceholder(value) ? MASK : value;
    }

    /** The value to write for the new component. */
    String rewritten(String value) {
        if (this == LOGIN_URL) {
            return isGenericHost(value) ? MY_DOMAIN : value;
        }
        return this == CLIENT_SECRET && !isPlaceholder(value) ? SECRET_FROM_ENVIRONMENT : value;
    }

    String why() {
        return switch (this) {
            case USER_NAME, PASSWORD -> "logs in with username and password";
            case REFRESH_TOKEN -> "logs in with a refresh token";
            case AUTHENTICATION_TYPE -> "chooses another login flow";
            case LOGIN_URL -> "the login URL must be the org's My Domain";
            default -> "belongs to the component that is replaced";
        };
    }

    private static boolean isPlaceholder(String value) {
        String text = value.trim();
        return text.isEmpty() || text.matches("(?s)\\{\\{.*}}|\\$\\{.*}|RAW\\(\\{\\{.*}}\\)");
    }

    private static boolean isGenericHost(String value) {
        String host = value.toLowerCase(Locale.ROOT);
        return host.contains("login.salesforce.com")
                || host.contains("test.salesforce.com")
                || host.contains(".lightning.force.com");
    }
}

package org.camelforce.salesforcecc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.jspecify.annotations.Nullable;

/** Refuses the inherited options that belong to other login flows, by name. */
final class UnsupportedLoginOptions {

    private UnsupportedLoginOptions() {}

    static void refuse(SalesforceComponent component) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        options.put("userName", component.getUserName());
        options.put("password", component.getPassword());
        options.put("refreshToken", component.getRefreshToken());
        options.put("keystore", component.getKeystore());
        options.put("jwtAudience", component.getJwtAudience());
        options.put("authenticationType", otherThanOurs(component.getAuthenticationType()));
        refuse("", options);
    }

    static void refuse(SalesforceLoginConfig config) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        options.put("userName", config.getUserName());
        options.put("password", config.getPassword());
        options.put("refreshToken", config.getRefreshToken());
        options.put("keystore", config.getKeystore());
        options.put("jwtAudience", config.getJwtAudience());
        options.put("type", otherThanOurs(typeOf(config)));
        refuse("loginConfig.", options);
    }

    private static void refuse(String prefix, Map<String, @Nullable Object> options) {
        options.forEach((name, value) -> {
            if (value != null) {
                throw new IllegalArgumentException("Option " + prefix + name
                        + " belongs to another login flow. salesforce-cc logs in with loginUrl, clientId and clientSecret"
                        + " alone; remove the option.");
            }
        });
    }

    /** Without a type, it is inferred, and an exception if nothing is set to infer it from. */
    private static @Nullable AuthenticationType typeOf(SalesforceLoginConfig config) {
        try {
            return config.getType();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable AuthenticationType otherThanOurs(@Nullable AuthenticationType type) {
        return type == AuthenticationType.CLIENT_CREDENTIALS ? null : type;
    }
}

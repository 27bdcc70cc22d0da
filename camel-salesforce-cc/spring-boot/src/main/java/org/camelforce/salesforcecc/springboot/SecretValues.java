package org.camelforce.salesforcecc.springboot;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The values of the components' secret options as they are now. A property of the application's own, a variable, a
 * command line or {@code SPRING_APPLICATION_JSON} may hold one, too. Safe for use by several threads.
 */
final class SecretValues {

    private static final List<String> OPTIONS =
            List.of("client-secret", "next.client-secret", "password", "refresh-token", "http-proxy-password");
    /** Camel's reference to a property or variable. */
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\??(?:env:|sys:)?([^:{}]+)(?::[^{}]*)?}}");
    /** A shorter one is in many texts. */
    private static final int SHORTEST = 6;

    private final Environment environment;

    SecretValues(Environment environment) {
        this.environment = environment;
    }

    /** Whether a value is a secret, or has one in it. */
    boolean isIn(@Nullable Object value) {
        return value instanceof CharSequence
                && value.toString().length() >= SHORTEST
                && values().stream().anyMatch(value.toString()::contains);
    }

    private Set<String> values() {
        Set<String> values = new HashSet<>();
        prefix(ComponentNames.prefix("salesforce-cc"), values);
        ComponentNames.instances(environment).forEach(name -> prefix(ComponentNames.prefix(name), values));
        return values;
    }

    private void prefix(String prefix, Set<String> values) {
        for (String option : OPTIONS) {
            String value = value(prefix + "." + option);
            Matcher reference = REFERENCE.matcher(value);
            String secret = reference.matches() ? value(reference.group(1).trim()) : value;
            if (secret.length() >= SHORTEST) {
                values.add(secret);
            }
        }
    }

    private String value(String property) {
        try {
            return environment.getProperty(property, "");
        } catch (IllegalArgumentException e) {
            // refers to what is not there: there is no value to hide
            return "";
        }
    }
}

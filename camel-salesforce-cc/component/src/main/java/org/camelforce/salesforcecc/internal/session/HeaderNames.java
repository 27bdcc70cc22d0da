package org.camelforce.salesforcecc.internal.session;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.jspecify.annotations.Nullable;

/**
 * The names of the message headers that choose parameters of a request. For routes they are {@code CamelSalesforce} and
 * the option's name, on every Camel. Upstream's are those of the jar at hand: 4.14.8, 4.18.3 and 4.21 renamed most of
 * them, since Camel's consumers let headers without {@code Camel} in from outside (CVE-2026-49099).
 *
 * <p>Read once when the class is loaded. Names are compared as a message compares them, without regard to case.
 */
final class HeaderNames {

    static final String PREFIX = "CamelSalesforce";

    /**
     * Before the name of an HTTP header of Salesforce's, as in {@code CamelSalesforceHttpHeader.Sforce-Query-Options}.
     */
    static final String HTTP_HEADER = PREFIX + "HttpHeader.";

    /**
     * Headers whose names begin alike.
     *
     * @param own for routes
     * @param bare without {@code CamelSalesforce}
     * @param jar the one that upstream reads
     */
    record Family(String own, String bare, String jar) {}

    static final List<Family> FAMILIES;

    private static final Pattern NAME = Pattern.compile("[A-Za-z]+\\.?");
    private static final Map<String, String> BY_OWN_NAME = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private static final Map<String, String> BY_BARE_NAME = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        List<Family> families = new ArrayList<>();
        for (Field field : SalesforceEndpointConfig.class.getFields()) {
            String jar = valueOf(field);
            if (jar == null || !NAME.matcher(jar).matches()) {
                continue;
            }
            Family name = family(jar);
            if (jar.endsWith(".")) {
                families.add(name);
            } else {
                BY_OWN_NAME.put(name.own(), jar);
                BY_BARE_NAME.put(name.bare(), jar);
            }
        }
        // upstream has no constant for it
        families.add(new Family(PREFIX + "Approval.", "approval.", "approval."));
        FAMILIES = Collections.unmodifiableList(families);
    }

    private HeaderNames() {}

    /** Upstream's name of a header that routes set; null if it is none. */
    static @Nullable String ofOwn(String name) {
        return startsWith(name, PREFIX) ? BY_OWN_NAME.get(name) : null;
    }

    /** Upstream's name of a header without {@code CamelSalesforce}; null if it chooses nothing on any Camel. */
    static @Nullable String ofBare(String name) {
        return BY_BARE_NAME.get(name);
    }

    /** Upstream's name of the header for an option. */
    static String ofOption(String option) {
        String jar = BY_BARE_NAME.get(option);
        if (jar == null) {
            throw new IllegalArgumentException("There is no header for option " + option);
        }
        return jar;
    }

    /** The name for routes of the header for an option. */
    static String own(String option) {
        return PREFIX + Character.toUpperCase(option.charAt(0)) + option.substring(1);
    }

    static boolean startsWith(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static Family family(String jar) {
        if (!jar.startsWith(PREFIX)) {
            return new Family(own(jar), jar, jar);
        }
        String rest = jar.substring(PREFIX.length());
        return new Family(jar, Character.toLowerCase(rest.charAt(0)) + rest.substring(1), jar);
    }

    private static @Nullable String valueOf(Field field) {
        if (!Modifier.isStatic(field.getModifiers()) || field.getType() != String.class) {
            return null;
        }
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

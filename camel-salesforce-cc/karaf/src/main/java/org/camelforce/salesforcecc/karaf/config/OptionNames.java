package org.camelforce.salesforcecc.karaf.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.camelforce.salesforcecc.SalesforceCcComponentConfigurer;
import org.camelforce.salesforcecc.credentials.NextCredentials;
import org.camelforce.salesforcecc.token.TokenPolicy;

/** Which options there are. What beans of the user's have is found out when they are there. */
final class OptionNames {

    private static final SalesforceCcComponentConfigurer CONFIGURER = new SalesforceCcComponentConfigurer();
    private static final String POLICY = "tokenPolicy.";
    private static final String NEXT = "next.";

    private OptionNames() {}

    static boolean isKnown(String name) {
        if (isOf(POLICY, name)) {
            return hasSetter(TokenPolicy.class, name.substring(POLICY.length()));
        }
        if (isOf(NEXT, name)) {
            return hasSetter(NextCredentials.class, name.substring(NEXT.length()));
        }
        return CONFIGURER.getOptionType(name.split("[.\\[]", 2)[0], true) != null;
    }

    /** What to write instead of a name that is not known, as the end of a sentence; nothing if that is not known. */
    static String hint(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("nextclient")
                ? "; write next.client-" + name.substring("nextClient".length()).toLowerCase(Locale.ROOT)
                : "";
    }

    /** Whether its value is a number or a choice, which is no secret. */
    static boolean isHarmless(String name) {
        Class<?> type = CONFIGURER.getOptionType(name, true);
        return isOf(POLICY, name)
                || type != null
                        && (type.isPrimitive()
                                || type.isEnum()
                                || Number.class.isAssignableFrom(type)
                                || type == Duration.class);
    }

    private static boolean isOf(String prefix, String name) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static boolean hasSetter(Class<?> bean, String property) {
        return Arrays.stream(bean.getMethods())
                .anyMatch(method -> method.getName().equalsIgnoreCase("set" + property));
    }
}

package org.camelforce.salesforcecc.karaf.config;

import java.time.Duration;
import java.util.Arrays;
import org.camelforce.salesforcecc.SalesforceCcComponentConfigurer;
import org.camelforce.salesforcecc.token.TokenPolicy;

/** Which options there are. What beans of the user's have is found out when they are there. */
final class OptionNames {

    private static final SalesforceCcComponentConfigurer CONFIGURER = new SalesforceCcComponentConfigurer();
    private static final String POLICY = "tokenPolicy.";

    private OptionNames() {}

    static boolean isKnown(String name) {
        if (isOfPolicy(name)) {
            String property = name.substring(POLICY.length());
            return Arrays.stream(TokenPolicy.class.getMethods())
                    .anyMatch(method -> method.getName().equalsIgnoreCase("set" + property));
        }
        return CONFIGURER.getOptionType(name.split("[.\\[]", 2)[0], true) != null;
    }

    /** Whether its value is a number or a choice, which is no secret. */
    static boolean isHarmless(String name) {
        Class<?> type = CONFIGURER.getOptionType(name, true);
        return isOfPolicy(name)
                || type != null
                        && (type.isPrimitive()
                                || type.isEnum()
                                || Number.class.isAssignableFrom(type)
                                || type == Duration.class);
    }

    private static boolean isOfPolicy(String name) {
        return name.regionMatches(true, 0, POLICY, 0, POLICY.length());
    }
}

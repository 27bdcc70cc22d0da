package org.camelforce.salesforcecc.karaf.config;

import java.util.Arrays;
import org.camelforce.salesforcecc.SalesforceCcComponentConfigurer;
import org.camelforce.salesforcecc.token.TokenPolicy;

/** Which options there are. What beans of the user's have is found out when they are there. */
final class OptionNames {

    private static final SalesforceCcComponentConfigurer CONFIGURER = new SalesforceCcComponentConfigurer();
    private static final String POLICY = "tokenPolicy.";

    private OptionNames() {}

    static boolean isKnown(String name) {
        if (name.regionMatches(true, 0, POLICY, 0, POLICY.length())) {
            String property = name.substring(POLICY.length());
            return Arrays.stream(TokenPolicy.class.getMethods())
                    .anyMatch(method -> method.getName().equalsIgnoreCase("set" + property));
        }
        return CONFIGURER.getOptionType(name.split("[.\\[]", 2)[0], true) != null;
    }
}

package org.camelforce.salesforcecc.migration;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.migration.Hit.Kind;

/**
 * A configuration property of the component {@code salesforce}, of a bean of its class or of a Kamelet for Salesforce.
 *
 * @param kind what it is
 * @param option its meaning for the login
 * @param key its name
 * @param newKey its name for the new component
 */
record Property(Kind kind, LoginOption option, String key, String newKey) {

    /** How a bean of the component's class is declared, in properties and in YAML. */
    static final String COMPONENT_CLASS = "org.apache.camel.component.salesforce.SalesforceComponent";

    static final String LOGIN_CONFIG_CLASS = "org.apache.camel.component.salesforce.SalesforceLoginConfig";
    static final String NEW_CLASS = "org.camelforce.salesforcecc.SalesforceCcComponent";

    private static final Pattern COMPONENT =
            Pattern.compile("(.*\\bcamel\\.component\\.)salesforce(\\.(?:login-?[cC]onfig\\.)?([^.]+))");
    private static final Pattern KAMELET =
            Pattern.compile(".*\\bcamel\\.kamelet\\.salesforce-[\\w-]+\\.(?:[\\w-]+\\.)?([\\w-]+)");
    private static final Pattern BEAN = Pattern.compile("(.*\\bcamel\\.beans\\.)([\\w-]+)\\.([^.]+)");

    /** The property of that name, if it is one; {@code beans} are the names of beans of the component's class. */
    static Optional<Property> of(String key, String value, Set<String> beans) {
        Matcher component = COMPONENT.matcher(key);
        if (component.matches()) {
            LoginOption option = LoginOption.of(component.group(3));
            return Optional.of(new Property(
                    kind(option, value), option, key, component.group(1) + "salesforce-cc" + component.group(2)));
        }
        Matcher bean = BEAN.matcher(key);
        if (bean.matches() && beans.contains(bean.group(2))) {
            LoginOption option = LoginOption.of(bean.group(3));
            return Optional.of(new Property(kind(option, value), option, key, key));
        }
        Matcher kamelet = KAMELET.matcher(key);
        return kamelet.matches()
                ? Optional.of(new Property(Kind.KAMELET, LoginOption.of(kamelet.group(1)), key, key))
                : Optional.empty();
    }

    /** What it is an option of: its key without the option. */
    String owner() {
        return key.substring(0, key.lastIndexOf('.') + 1);
    }

    /** The key of the login URL beside this one, in the same style. */
    String loginUrlKey() {
        int last = newKey.lastIndexOf('.') + 1;
        boolean camelCase =
                !newKey.substring(last).equals(newKey.substring(last).toLowerCase(Locale.ROOT));
        return newKey.substring(0, last) + (camelCase ? "loginUrl" : "login-url");
    }

    private static Kind kind(LoginOption option, String value) {
        return option.isCredential(value) ? Kind.CREDENTIAL : Kind.CONSEQUENCE;
    }
}

package org.camelforce.salesforcecc.internal.migration;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A configuration property of the component {@code salesforce} or of a Kamelet for Salesforce.
 *
 * @param option its meaning for the login
 * @param name the name of the option
 * @param at where in the key the name stands that changes
 * @param old that name
 * @param replacement the name to write instead, null if there is none
 * @param kamelet the Kamelet, null for the component
 */
record Property(
        LoginOption option, String name, int at, String old, @Nullable String replacement, @Nullable Kamelet kamelet) {

    /** The component's class, and the class of its login. */
    static final String COMPONENT_CLASS = "org.apache.camel.component.salesforce.SalesforceComponent";

    static final String LOGIN_CONFIG_CLASS = "org.apache.camel.component.salesforce.SalesforceLoginConfig";
    static final String NEW_CLASS = "org.camelforce.salesforcecc.SalesforceCcComponent";
    static final String SCHEME = "salesforce";
    static final String NEW_SCHEME = "salesforce-cc";

    /** The prefix of the component's properties. */
    static final String PREFIX = "camel.component.salesforce";

    private static final Pattern COMPONENT = Pattern.compile(
            "(.*?\\b(?<!apache\\.)camel\\.component\\.)(salesforce(?:-cc)?)(?:\\[|\\.|$)(.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KAMELET =
            Pattern.compile("(.*?\\bcamel\\.kamelet\\.)(salesforce-[\\w-]+)\\.(?:[\\w-]+\\.)?([\\w-]+)");
    /** A property of the application's own with a user or a password for Salesforce. */
    private static final Pattern OWN =
            Pattern.compile("(?:.*[._-])?(?:(?i:salesforce|sfdc)|(?i:sf)(?=[._-]|[A-Z][a-z]))"
                    + "(?:[._-]?[a-zA-Z0-9]{1,20}){0,2}?[._-]?"
                    + "(?i:user[_-]?name|user|password|passwd|refresh[_-]?token|security[_-]?token)");

    /** The property of a key, if it is one. */
    static Optional<Property> of(String key) {
        Matcher component = COMPONENT.matcher(key);
        if (component.matches()) {
            String rest = component.group(3);
            boolean moved = component.group(2).equalsIgnoreCase(NEW_SCHEME);
            LoginOption option = option(rest);
            return moved && !option.isCredential()
                    ? Optional.empty()
                    : Optional.of(new Property(
                            option,
                            rest.substring(rest.lastIndexOf('.') + 1),
                            component.end(1),
                            moved ? NEW_SCHEME : SCHEME,
                            NEW_SCHEME,
                            null));
        }
        Matcher matcher = KAMELET.matcher(key);
        Kamelet kamelet = matcher.matches() ? Kamelet.of(matcher.group(2)) : null;
        if (kamelet == null) {
            return Optional.empty();
        }
        String name = matcher.group(3);
        LoginOption option = LoginOption.of(name);
        boolean stays = option == LoginOption.CLIENT_SECRET || option == LoginOption.OTHER && kamelet.keeps(name);
        return kamelet.isNew() && stays
                ? Optional.empty()
                : Optional.of(new Property(option, name, matcher.start(2), kamelet.name(), kamelet.twin(), kamelet));
    }

    /** Whether it is an option that the Kamelet to use does not have. */
    boolean isGone() {
        return kamelet != null && option == LoginOption.OTHER && !kamelet.keeps(name);
    }

    /** What to do where it has no replacement, or {@linkplain #isGone() is gone}. */
    String advice() {
        if (kamelet == null) {
            return "";
        }
        return kamelet.twin() == null ? kamelet.advice() : kamelet.advice(name);
    }

    /** Whether a key of the application's own, such as {@code salesforce.password}, holds a user or a password. */
    static boolean isOwnCredential(String key) {
        return !key.contains("salesforce-cc")
                && !key.contains("SALESFORCE_CC")
                && OWN.matcher(key).matches();
    }

    /** Whether a key of the application's own is where a login URL stands. */
    static boolean isOwnUrl(String key) {
        String plain = key.toLowerCase(Locale.ROOT);
        return plain.matches(".*(login|url|uri|host|domain|endpoint|instance|server).*") && !plain.contains("audience");
    }

    /** Whether a key is about logs, where names of classes are names of loggers. */
    static boolean isAboutLogs(String key) {
        return key.matches("(?i).*(?:logging\\.|logger|log4j|quarkus\\.log).*");
    }

    private static LoginOption option(String rest) {
        String[] parts = rest.split("\\.", -1);
        boolean config = LoginOption.of(parts[0]) == LoginOption.OTHER
                && parts[0].replace("-", "").equalsIgnoreCase("loginConfig");
        String name = config && parts.length > 1 ? parts[1] : parts[0];
        return config && name.equals("type") ? LoginOption.AUTHENTICATION_TYPE : LoginOption.of(name);
    }

    Kind kind(String value) {
        return option.isObsolete(value) ? Kind.CREDENTIAL : Kind.MOVE;
    }

    String why() {
        return kamelet == null || option != LoginOption.OTHER ? option.why() : Kamelet.WHY;
    }

    /** What to say of the property with a value. */
    String why(String value) {
        return option.why().equals(why()) ? option.why(value) : why();
    }

    /** A key of this property with the name of the login URL, and of what replaces the component or Kamelet. */
    String loginUrlIn(String key) {
        String renamed = key.substring(0, at) + replacement + key.substring(at + old.length());
        return renamed.substring(0, renamed.length() - name.length()) + loginUrlName();
    }

    /** The name of the login URL, in the style of this name. */
    String loginUrlName() {
        return name.equals(name.toLowerCase(Locale.ROOT)) ? "login-url" : "loginUrl";
    }
}

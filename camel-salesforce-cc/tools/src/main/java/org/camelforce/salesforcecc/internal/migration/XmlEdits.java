package org.camelforce.salesforcecc.internal.migration;

import java.util.Optional;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.jspecify.annotations.Nullable;

/** Changes of one XML text. */
final class XmlEdits {

    private static final Pattern LOGIN_URL = Pattern.compile("[\"':](?:loginUrl|login-url)[\"'=]");

    private final Source source;
    private final Places places;
    private final MigrationTarget target;

    XmlEdits(Source source, Places places, MigrationTarget target) {
        this.source = source;
        this.places = places;
        this.target = target;
    }

    Source source() {
        return source;
    }

    Places places() {
        return places;
    }

    MigrationTarget target() {
        return target;
    }

    String text(Range range) {
        return source.text().substring(range.start(), range.end());
    }

    /** An attribute's value as it is written, null if there is no such attribute. */
    @Nullable
    String attribute(XmlElement element, String name) {
        Range range = element.attributes().get(name);
        return range == null ? null : text(range);
    }

    /** The first of some attributes that an element has. */
    String attribute(XmlElement element, String first, String second) {
        String value = attribute(element, first);
        String other = value == null ? attribute(element, second) : value;
        return other == null ? "" : other;
    }

    /** Where an element's value stands: its attribute {@code value}, its child of that name, or its text. */
    Optional<Range> value(XmlElement element) {
        Range attribute = element.attributes().get("value");
        if (attribute != null) {
            return Optional.of(attribute);
        }
        Optional<XmlElement> child = element.child("value");
        return child.isPresent() ? child.get().text() : element.text();
    }

    /** Removes an element with its lines, or alone if it shares them. */
    void remove(XmlElement element, String why) {
        places.references().refer(text(element.range()));
        Range range = element.range();
        int first = source.lineOf(range.start());
        int last = source.lineOf(range.end() - 1);
        boolean alone = source.text()
                        .substring(source.startOf(first), range.start())
                        .isBlank()
                && source.text().substring(range.end(), source.endOf(last)).isBlank();
        if (alone) {
            places.removeLines(Kind.CREDENTIAL, source, first, last, why);
        } else {
            places.change(Kind.CREDENTIAL, source, range, "", why);
        }
    }

    /** Removes an attribute and the blanks before it. */
    void removeAttribute(XmlElement element, Range value, String why) {
        places.references().refer(text(value));
        int name = source.text().lastIndexOf('=', value.start());
        while (name > element.tag().start()
                && !Character.isWhitespace(source.text().charAt(name - 1))) {
            name--;
        }
        while (Character.isWhitespace(source.text().charAt(name - 1))) {
            name--;
        }
        places.change(Kind.CREDENTIAL, source, new Range(name, value.end() + 1), "", why);
    }

    /** Puts the login URL in the place of a user; says whether it is of use there. */
    boolean loginUrl(XmlElement property, String name, String why) {
        return fillLoginUrl(property, name.contains("-") ? "login-url" : "loginUrl", why);
    }

    /** Puts the login URL in the place of a user, with the option's new name; says whether it is of use there. */
    boolean fillLoginUrl(XmlElement property, String option, String why) {
        Range key = property.attributes().get(property.attributes().containsKey("name") ? "name" : "key");
        Range value = property.attributes().get("value");
        if (key == null || value == null || LOGIN_URL.matcher(source.text()).find()) {
            return false;
        }
        places.references().refer(text(value));
        places.fill(Kind.CREDENTIAL, source, key, option, target.loginUrl() == null ? null : option, why);
        places.fillLoginUrl(source, value, "", target, "", why);
        return true;
    }

    /** Changes the value of an option, if it has to change. */
    void option(LoginOption option, Range value) {
        String text = text(value);
        if (option == LoginOption.LOGIN_URL && LoginOption.isGenericUrl(text)) {
            places.fill(Kind.MOVE, source, value, target.shownLoginUrl(), target.loginUrl(), option.why());
        } else if (option == LoginOption.CLIENT_SECRET && !LoginOption.isPlaceholder(text)) {
            String secret = secretFromEnvironment();
            places.fill(Kind.MOVE, source, value, secret, isBlueprint() ? null : secret, PropertyWriter.SECRET);
        } else if (option == LoginOption.AUTHENTICATION_TYPE) {
            places.clientCredentials();
        } else if (option == LoginOption.HTTP_CLIENT) {
            places.look(Kind.MOVE, source, value.start(), option.why());
        }
    }

    /** What resolves to the secret where beans are made. */
    String secretFromEnvironment() {
        if (isBlueprint()) {
            return "${env:SALESFORCE_CLIENT_SECRET}";
        }
        return source.text().contains("://www.springframework.org/schema/beans")
                ? "#{systemEnvironment['SALESFORCE_CLIENT_SECRET']}"
                : LoginOption.SECRET_FROM_ENVIRONMENT;
    }

    /** Blueprint resolves variables of the environment only if it is told to. */
    boolean isBlueprint() {
        return source.text().contains("://www.osgi.org/xmlns/blueprint");
    }

    /** Hides a value, if the option of that name is secret. */
    void hide(String name, Range value) {
        if (LoginOption.isSecretName(name) && !LoginOption.isPlaceholder(text(value))) {
            places.secret(source, value);
        }
    }
}

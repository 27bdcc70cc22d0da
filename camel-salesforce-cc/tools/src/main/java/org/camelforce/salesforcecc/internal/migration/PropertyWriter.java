package org.camelforce.salesforcecc.internal.migration;

import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;

/** What becomes of an option of the component or a Kamelet, in a file that has one on each line. */
final class PropertyWriter {

    static final String BEANS = "camel.beans.";
    static final String NEW_PREFIX = "camel.component.salesforce-cc";
    static final String SECRET = "the secret does not belong in the file";

    private final MigrationTarget target;

    PropertyWriter(MigrationTarget target) {
        this.target = target;
    }

    /**
     * A property in a file.
     *
     * @param key where its name stands
     * @param value where its value stands
     * @param text the value
     * @param first its first line
     * @param last its last line
     * @param separator what stands between name and value
     */
    record Entry(Range key, Range value, String text, int first, int last, String separator) {}

    /** A property with its full key; returns true. */
    boolean write(Source source, Entry entry, Property property, boolean hasLoginUrl, Places places) {
        hide(source, entry, property.name(), places);
        String replacement = property.replacement();
        if (replacement == null) {
            places.look(Kind.CREDENTIAL, source, entry.key().start(), property.advice());
            return true;
        }
        if (property.option().isObsolete(entry.text())) {
            gone(source, entry, property, hasLoginUrl, places);
            return true;
        }
        if (property.option() == LoginOption.AUTHENTICATION_TYPE) {
            places.clientCredentials();
        } else if (property.option() == LoginOption.HTTP_CLIENT) {
            places.look(Kind.MOVE, source, entry.key().start(), property.why());
        }
        int at = entry.key().start() + property.at();
        places.change(
                property.kind(entry.text()),
                source,
                new Range(at, at + property.old().length()),
                replacement,
                property.why(entry.text()));
        if (property.isGone()) {
            places.look(Kind.MOVE, source, entry.key().start(), property.advice());
        }
        value(source, entry, property.option(), places);
        return true;
    }

    /** An option of a bean of the component's class. */
    void option(Source source, Entry entry, String name, boolean hasLoginUrl, Places places) {
        Property.of(Property.PREFIX + "." + name).ifPresent(property -> {
            hide(source, entry, property.name(), places);
            if (property.option().isObsolete(entry.text())) {
                gone(source, entry, property, hasLoginUrl, places);
            } else {
                value(source, entry, property.option(), places);
            }
        });
    }

    private void gone(Source source, Entry entry, Property property, boolean hasLoginUrl, Places places) {
        String why = property.option().why();
        places.references().refer(entry.text());
        if (property.option() == LoginOption.USER_NAME && !hasLoginUrl) {
            String key =
                    source.text().substring(entry.key().start(), entry.key().end());
            String renamed = property.at() > 0 && key.startsWith(property.old(), property.at())
                    ? key.substring(0, property.at())
                            + property.replacement()
                            + key.substring(property.at() + property.old().length())
                    : key.replace(BEANS + Property.SCHEME + ".", NEW_PREFIX + ".");
            String name =
                    renamed.substring(0, renamed.length() - property.name().length()) + property.loginUrlName();
            String line = source.indentation(entry.first()) + name + entry.separator();
            String url = target.loginUrl();
            places.fillLines(
                    Kind.CREDENTIAL,
                    source,
                    entry.first(),
                    entry.last(),
                    line + target.shownLoginUrl(),
                    url == null ? null : line + url + source.newline(),
                    why);
        } else {
            places.removeLines(Kind.CREDENTIAL, source, entry.first(), entry.last(), why);
        }
    }

    private void value(Source source, Entry entry, LoginOption option, Places places) {
        if (option == LoginOption.LOGIN_URL) {
            loginUrl(source, entry.value(), entry.text(), places);
        } else if (option == LoginOption.CLIENT_SECRET && !LoginOption.isPlaceholder(entry.text())) {
            places.change(Kind.MOVE, source, entry.value(), LoginOption.SECRET_FROM_ENVIRONMENT, SECRET);
        }
    }

    /** A login URL that is not an org's own. */
    void loginUrl(Source source, Range value, String text, Places places) {
        if (LoginOption.isGenericUrl(text)) {
            places.fill(
                    Kind.MOVE, source, value, target.shownLoginUrl(), target.loginUrl(), LoginOption.LOGIN_URL.why());
        }
    }

    private static void hide(Source source, Entry entry, String name, Places places) {
        if (LoginOption.isSecretName(name) && !LoginOption.isPlaceholder(entry.text())) {
            places.secret(source, entry.value());
        }
    }
}

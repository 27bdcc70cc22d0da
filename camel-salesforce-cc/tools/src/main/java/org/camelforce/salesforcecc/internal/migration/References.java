package org.camelforce.salesforcecc.internal.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;

/** Properties and variables of a project's own that values of the old login refer to, in this file or another one. */
final class References {

    static final String WHY = "a user or password that the old login refers to; nothing else of Salesforce needs it";

    private static final Pattern REFERENCE =
            Pattern.compile("(?:\\$\\{|\\{\\{\\??)\\s*(?:env:|sys:|env\\.)?([\\w.-]+?)\\s*(?:[:}?])");

    /** A property or variable that a file defines. */
    private record Definition(String name, Source source, Range key, Range value) {}

    private final Set<String> names = new TreeSet<>();
    private final List<Definition> definitions = new ArrayList<>();

    /** Notes what a value of the old login refers to. */
    void refer(String value) {
        Matcher reference = REFERENCE.matcher(value);
        while (reference.find()) {
            names.add(reference.group(1));
        }
    }

    /** Notes a property or variable; {@code value} may be empty. */
    void define(String name, Source source, Range key, Range value) {
        definitions.add(new Definition(name, source, key, value));
    }

    Set<String> names() {
        return names;
    }

    /** Looks at the definitions of some names, where nothing else has been found. */
    void look(Set<String> wanted, Places places) {
        for (Definition definition : definitions) {
            if (wanted.contains(definition.name()) && !places.hasPlaceIn(definition.source(), definition.key())) {
                places.look(
                        Kind.CREDENTIAL, definition.source(), definition.key().start(), WHY);
                String text = definition
                        .source()
                        .text()
                        .substring(
                                definition.value().start(), definition.value().end());
                if (!LoginOption.isPlaceholder(text)) {
                    places.secret(definition.source(), definition.value());
                }
            }
        }
    }
}

package org.camelforce.salesforcecc.simulator.streaming;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The query of a PushTopic, taken apart. Such a query has fields, one object and conditions, and nothing else
 * (Streaming API Developer Guide, "PushTopic Queries").
 *
 * @param select the select list
 * @param entity the object
 * @param where the conditions, empty for none
 */
record TopicQuery(String select, String entity, String where) {

    private static final Pattern FORM = Pattern.compile(
            "\\s*SELECT\\s+(.+?)\\s+FROM\\s+(\\w+)(?:\\s+WHERE\\s+(.+?))?\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TEXT_LITERAL = Pattern.compile("'(?:\\\\.|[^'\\\\])*'");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    static Optional<TopicQuery> parse(String soql) {
        Matcher matcher = FORM.matcher(soql);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String where = matcher.group(3);
        return Optional.of(new TopicQuery(matcher.group(1), matcher.group(2), where == null ? "" : where));
    }

    /** @return this query, restricted to one record */
    String forRecord(String id) {
        String restriction = "SELECT " + select + " FROM " + entity + " WHERE Id = '" + id + "'";
        return where.isEmpty() ? restriction : restriction + " AND (" + where + ")";
    }

    boolean isAbout(String object) {
        return entity.equalsIgnoreCase(object);
    }

    /** @return the fields of the select list, in lower case */
    Set<String> selected() {
        Set<String> names = new HashSet<>();
        Arrays.stream(select.split(",")).map(field -> lower(field.trim())).forEach(names::add);
        return names;
    }

    /** @return every name in the conditions, in lower case: the fields, and keywords that no field is called like */
    Set<String> filtered() {
        Set<String> names = new HashSet<>();
        NAME.matcher(TEXT_LITERAL.matcher(where).replaceAll(" "))
                .results()
                .forEach(result -> names.add(lower(result.group())));
        return names;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

package org.camelforce.salesforcecc.internal.operation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a part of a URL may be that an option, a header or a body chooses, and how it is written there. */
enum Rule {
    API_VERSION("[0-9]{1,3}\\.[0-9]", "a version such as 62.0") {
        @Override
        @Nullable
        String written(String value) {
            String plain = value.strip().toLowerCase(Locale.ROOT);
            String number = plain.startsWith("v") ? plain.substring(1) : plain;
            return super.written(number.contains(".") ? number : number + ".0");
        }
    },
    /** Resources such as {@code describe} are in the same place; one of them even has 15 letters. */
    RECORD_ID(
            "(?=[A-Za-z]*[0-9])(?:[A-Za-z0-9]{15}|[A-Za-z0-9]{18})",
            "an ID of 15 or 18 letters and digits, as Salesforce assigns them"),
    NAME("[A-Za-z][A-Za-z0-9_]*", "a name of letters, digits and underscores"),
    /** Resources of an object and of a record are in the same place (REST API Developer Guide, "sObject Resources"). */
    FIELD(
            "(?!(?i:describe|listviews|quickActions|password)$)[A-Za-z][A-Za-z0-9_]*",
            "the name of a field, of letters, digits and underscores"),
    OPAQUE("[A-Za-z0-9_-]+", "letters, digits, - and _"),
    FIELDS("[A-Za-z0-9_.]+(?:,[A-Za-z0-9_.]+)*", "names of fields, separated by commas without blanks"),
    RECORD_IDS(
            "(?:(?:[A-Za-z0-9]{15}|[A-Za-z0-9]{18})(?:,|$))+",
            "IDs of 15 or 18 letters and digits, separated by commas without blanks"),
    LOCATOR("[A-Za-z0-9_.~=+/%-]+", "a locator from an answer of Salesforce's") {
        @Override
        @Nullable
        String written(String value) {
            String written = super.written(value);
            // a server reads + in a query as a blank
            return written == null ? null : written.replace("+", "%2B");
        }
    },
    WORD("[A-Za-z]+", "a single word"),
    /** One of them makes a tunnel of the connection, the other answers with what was sent, the token too. */
    METHOD("(?!(?:CONNECT|TRACE)$)[A-Z]+", "an HTTP method, such as GET, but not CONNECT or TRACE"),
    NUMBER("-?[0-9]+", "a whole number"),
    VALUE(".*", "a value that is not blank and has neither . nor .. between slashes") {
        @Override
        @Nullable
        String written(String value) {
            String written = percentEncoded(value);
            return value.isBlank() || UrlPath.leadsElsewhere(written) ? null : written;
        }
    },
    ANY(".*", "any text") {
        @Override
        String written(String value) {
            return percentEncoded(value);
        }
    };

    private final Pattern pattern;
    private final String description;

    Rule(String regex, String description) {
        this.pattern = Pattern.compile(regex, Pattern.DOTALL);
        this.description = description;
    }

    /** How a value is written in a URL; null if it is none that is allowed. */
    @Nullable
    String written(String value) {
        return pattern.matcher(value).matches() ? value : null;
    }

    /** What it must be, to go after "must be". */
    String description() {
        return description;
    }

    static String percentEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

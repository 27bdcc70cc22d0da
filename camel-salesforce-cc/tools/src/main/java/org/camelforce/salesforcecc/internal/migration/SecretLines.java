package org.camelforce.salesforcecc.internal.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.Places.Range;

/** Recognises values of secrets of any kind, Salesforce's or not, which neither a report nor a patch repeats. */
final class SecretLines {

    private static final String NAME =
            "(?i:password|passwd|passphrase|pwd|secret|token|credential|api[-_]?key|access[-_]?key|private[-_]?key)[\\w.-]*+";
    private static final String QUOTE = "(?:\\\\?[\"'])";
    private static final String NO_PLACEHOLDER = "(?!\\$[{(\\w]|\\{\\{|#\\{|#\\w|%\\w|\\*\\*\\*)";
    /** Behind a quote that ends a literal, an operator follows or a blank. */
    private static final String QUOTED =
            "\\\\?(?:\"(?![\\s+.)])" + NO_PLACEHOLDER + "([^\"]+)|'" + NO_PLACEHOLDER + "([^']+))";

    private static final String VALUE =
            "(?:" + QUOTED + "|" + NO_PLACEHOLDER + "([^\\s\"'<&,;(){}\\[\\]\\\\][^\\s\"'<]*))";
    private static final String VALUE_NAME = "(?i:value|default|(?:default|fallback)[-_]?value)";
    private static final String BESIDE =
            QUOTE + "?[\\s,{]+" + QUOTE + "?" + VALUE_NAME + QUOTE + "?\\s*[=:]\\s*" + VALUE;

    private static final List<Pattern> ANYWHERE = List.of(
            Pattern.compile(NAME + QUOTE + "?\\s*[=:(]\\s*" + QUOTED),
            Pattern.compile(NAME + BESIDE),
            Pattern.compile("\\b" + VALUE_NAME + QUOTE + "?\\s*[=:]\\s*" + VALUE + QUOTE + "?[\\s,]+" + QUOTE
                    + "?(?:name|key)" + QUOTE + "?\\s*[=:]\\s*" + QUOTE + "?[\\w.-]*?" + NAME),
            Pattern.compile(NAME + QUOTE + "\\s*\\)\\s*(?:\\.\\w+\\(|\\?:)\\s*" + QUOTED),
            Pattern.compile("[?&;]" + NAME + "=" + NO_PLACEHOLDER + "([^\\s\"'<]+)"),
            Pattern.compile("\\b(?:Bearer|Basic)\\s+" + NO_PLACEHOLDER + "([\\w.~+/=!-]{8,})"));
    /** A name and a value among the arguments of a call. */
    private static final Pattern ARGUMENTS = Pattern.compile(NAME + QUOTE + "\\s*,\\s*" + QUOTED);

    private static final List<Pattern> ONLY_IN_CODE = List.of(ARGUMENTS);
    /** What is an expression or a type in a program. */
    private static final List<Pattern> NOT_IN_CODE = List.of(
            Pattern.compile(NAME + QUOTE + "?\\s*[=:]\\s*" + VALUE),
            Pattern.compile(NAME + QUOTE + "?>(?:<[\\w:]+>|<!\\[CDATA\\[)*+" + NO_PLACEHOLDER + "([^<\\s][^<]*)"),
            Pattern.compile("(?<!\\w)--?[\\w.-]*?" + NAME + "\\s+" + VALUE),
            Pattern.compile("://[^\\s/:@\"'{}]+:" + NO_PLACEHOLDER + "([^\\s/@\"']+)@"),
            Pattern.compile("\\s(?:-u\\s*|--user[\\s=]+)[\"']?[^\\s/:@\"'{}]+:" + NO_PLACEHOLDER + "([^\\s\"']+)"));

    private static final Pattern SECRET = Pattern.compile(NAME);
    /** What a placeholder stands for if nothing else is set; functions such as {@code env:} come before its name. */
    private static final Pattern DEFAULT = Pattern.compile(
            "(?:\\$\\{|\\{\\{)\\s*(?:(?:env|sys|service|service\\.\\w+|aws|gcp|azure|hashicorp|configmap|secret|file|bean|ref):)*+"
                    + "[\\w./-]+:[-?=+]?(?![-?=+])([^{}]+)}");

    private static final Pattern NEXT_OPTION = Pattern.compile("&(?:amp;)?[\\w.]+=");
    private static final Pattern KEY = Pattern.compile("(?:[A-Za-z][\\w-]*\\.){2,}[\\w-]+");
    private static final int SHORTEST = 3;

    private SecretLines() {}

    /** Whether a line of a file has the value of a secret, as far as can be told. */
    static boolean has(String path, String line) {
        return !values(path, line).isEmpty();
    }

    /** A text of a file without the values of secrets, as far as they can be told. */
    static String masked(String path, String text) {
        StringBuilder masked = new StringBuilder();
        for (String line : text.split("(?<=\n)", -1)) {
            int at = 0;
            for (Range value : values(path, line)) {
                if (value.start() >= at) {
                    masked.append(line, at, value.start()).append(LoginOption.MASK);
                    at = value.end();
                }
            }
            masked.append(line, at, line.length());
        }
        return masked.toString();
    }

    private static List<Range> values(String path, String line) {
        boolean code = path.matches("(?i).*\\.(java|kt|kts|groovy|scala|gradle)");
        List<Range> values = new ArrayList<>();
        ANYWHERE.forEach(pattern -> values(pattern, line, values));
        (code ? ONLY_IN_CODE : NOT_IN_CODE).forEach(pattern -> values(pattern, line, values));
        if (SECRET.matcher(line).find()) {
            values(DEFAULT, line, values);
        }
        values.sort(Comparator.comparingInt(Range::start).thenComparingInt(value -> -value.end()));
        return values;
    }

    private static void values(Pattern pattern, String line, List<Range> values) {
        Matcher found = pattern.matcher(line);
        while (found.find()) {
            for (int group = 1; group <= found.groupCount(); group++) {
                if (found.group(group) == null) {
                    continue;
                }
                Matcher next = NEXT_OPTION.matcher(line).region(found.start(group), found.end(group));
                int end = next.find() ? next.start() : found.end(group);
                String value = line.substring(found.start(group), end).stripTrailing();
                boolean name = pattern == ARGUMENTS && isName(value);
                if (value.length() >= SHORTEST && !name) {
                    values.add(new Range(found.start(group), found.start(group) + value.length()));
                }
            }
        }
    }

    /** Whether an argument behind a name is another name. */
    private static boolean isName(String value) {
        return KEY.matcher(value).matches() || LoginOption.of(value) != LoginOption.OTHER || value.equals("clientId");
    }
}

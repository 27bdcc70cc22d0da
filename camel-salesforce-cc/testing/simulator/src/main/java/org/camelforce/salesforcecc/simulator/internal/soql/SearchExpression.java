package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.internal.model.Wildcards;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * The text to find (SOSL, "FIND {SearchQuery}"). Words are divided by blanks, punctuation, and changes from letters to
 * digits; they are compared without regard to case. {@code AND NOT} and {@code AND} bind stronger than {@code OR}.
 * Words without an operator between them all have to be there; those in quotation marks follow each other in one field.
 * Immutable.
 */
public final class SearchExpression {

    private static final Pattern PART = Pattern.compile(
            "\\s+|(?<phrase>\"(?:\\\\.|[^\"\\\\])*+\")|(?<paren>[()])|(?<word>(?:\\\\.|[^\\s()\"\\\\])++)");
    private static final Pattern WORD = Pattern.compile("\\p{N}+|[\\p{L}\\p{M}]+");
    private static final Pattern TERM = Pattern.compile("[\\p{N}*?]+|[\\p{L}\\p{M}*?]+");

    // SOSL Reference, "FIND {SearchQuery}": a longer one finds nothing.
    private static final int LONGEST = 10_000;
    private static final int DEEPEST_NESTING = 500;

    private final Predicate<List<List<String>>> found;

    private SearchExpression(Predicate<List<List<String>>> found) {
        this.found = found;
    }

    /**
     * @param text what stands between the braces
     * @return what it finds
     * @throws ApiException 400 INVALID_SEARCH if a term has fewer than two characters, MALFORMED_SEARCH if parentheses,
     *     quotation marks or operators do not fit together
     */
    public static SearchExpression parse(String text) {
        if (text.length() > LONGEST) {
            return new SearchExpression(fields -> false);
        }
        Reader reader = new Reader(text, parts(text));
        Predicate<List<List<String>>> found = reader.or();
        reader.requireEnd();
        return new SearchExpression(found);
    }

    /**
     * @param fields the texts of a record's fields
     * @return whether the record is found
     */
    public boolean matches(List<String> fields) {
        return found.test(fields.stream().map(SearchExpression::words).toList());
    }

    private static List<String> words(String field) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(field.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            if (!matcher.group().isBlank()) {
                parts.add(matcher.group());
            }
        }
        if (end < text.length()) {
            throw malformed("unexpected character '" + text.charAt(end) + "' in search term: " + text);
        }
        return parts;
    }

    private static ApiException malformed(String message) {
        return new ApiException(400, "MALFORMED_SEARCH", message);
    }

    /** Reads parts from left to right. For one thread. */
    private static final class Reader {

        private final String text;
        private final List<String> parts;
        private int next;
        private int depth;

        Reader(String text, List<String> parts) {
            this.text = text;
            this.parts = parts;
        }

        Predicate<List<List<String>>> or() {
            Predicate<List<List<String>>> all = and();
            while (is("or")) {
                next++;
                all = all.or(and());
            }
            return all;
        }

        void requireEnd() {
            if (next < parts.size()) {
                throw malformed("unexpected '" + parts.get(next) + "' in search term: " + text);
            }
        }

        private Predicate<List<List<String>>> and() {
            Predicate<List<List<String>>> all = one();
            while (next < parts.size() && !is("or") && !is(")")) {
                boolean not = false;
                if (is("and")) {
                    next++;
                    not = is("not");
                    next += not ? 1 : 0;
                }
                Predicate<List<List<String>>> one = one();
                all = all.and(not ? one.negate() : one);
            }
            return all;
        }

        private Predicate<List<List<String>>> one() {
            if (next == parts.size() || is("and") || is("or") || is(")")) {
                throw malformed("a search term is missing: " + text);
            }
            String part = parts.get(next++);
            if (!part.equals("(")) {
                return term(part);
            }
            depth++;
            if (depth > DEEPEST_NESTING) {
                throw malformed("too many parentheses: " + text);
            }
            Predicate<List<List<String>>> inner = or();
            if (!is(")")) {
                throw malformed("a parenthesis is missing: " + text);
            }
            depth--;
            next++;
            return inner;
        }

        private boolean is(String part) {
            return next < parts.size() && parts.get(next).equalsIgnoreCase(part);
        }

        private Predicate<List<List<String>>> term(String part) {
            boolean quoted = part.startsWith("\"");
            String term = quoted ? part.substring(1, part.length() - 1) : part;
            String plain = term.replaceAll("\\\\([*?])", " ").replaceAll("\\\\(.)", "$1");
            List<Wildcards> sequence = new ArrayList<>();
            Matcher matcher = TERM.matcher(plain.toLowerCase(Locale.ROOT));
            int characters = 0;
            while (matcher.find()) {
                String word = matcher.group();
                int letters = word.replaceAll("[*?]", "").length();
                characters += letters;
                if (letters > 0) {
                    sequence.add(Wildcards.of(word, '*', '?'));
                }
            }
            if (characters < 2) {
                throw new ApiException(
                        400, "INVALID_SEARCH", "search term must be longer than one character: " + plain);
            }
            return fields -> fields.stream().anyMatch(words -> contains(words, sequence));
        }

        private static boolean contains(List<String> words, List<Wildcards> sequence) {
            for (int from = 0; from + sequence.size() <= words.size(); from++) {
                int length = 0;
                while (length < sequence.size() && sequence.get(length).matches(words.get(from + length))) {
                    length++;
                }
                if (length == sequence.size()) {
                    return true;
                }
            }
            return false;
        }
    }
}

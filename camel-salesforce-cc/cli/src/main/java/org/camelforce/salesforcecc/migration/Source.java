package org.camelforce.salesforcecc.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The text of a file with its lines, which are counted from 1. */
final class Source {

    private final String text;
    private final List<Integer> starts = new ArrayList<>();
    private final Set<String> secrets;

    Source(String text) {
        this(
                text,
                new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(value -> value)));
    }

    private Source(String text, Set<String> secrets) {
        this.text = text;
        this.secrets = secrets;
        starts.add(0);
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
    }

    /** A file inside of this one. */
    Source embedded(String inner) {
        return new Source(inner, secrets);
    }

    /** What may be shown of an option's value; a secret is then hidden wherever it stands in the file. */
    String shown(LoginOption option, String value) {
        String shown = option.shown(value);
        if (!shown.equals(value) && value.strip().length() > 1) {
            secrets.add(value);
        }
        return shown;
    }

    /** A finding without the secrets of the file, which may stand in the same line as something harmless. */
    Hit masked(Hit hit) {
        String instead = hit.instead();
        return new Hit(
                hit.kind(), hit.line(), masked(hit.found()), instead == null ? null : masked(instead), hit.why());
    }

    private String masked(String line) {
        String masked = line;
        for (String secret : secrets) {
            masked = masked.replace(secret, LoginOption.MASK);
        }
        return masked;
    }

    String text() {
        return text;
    }

    int lines() {
        return starts.size();
    }

    /** The line in which a character stands. */
    int lineOf(int offset) {
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (starts.get(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low + 1;
    }

    int startOf(int line) {
        return starts.get(line - 1);
    }

    /** A line without its end. */
    String line(int number) {
        int end = number < starts.size() ? starts.get(number) - 1 : text.length();
        return text.substring(starts.get(number - 1), end).stripTrailing();
    }
}

package org.camelforce.salesforcecc.simulator.internal.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern with wildcards. Its time is bounded by the length of the text times that of the pattern, however many
 * wildcards there are. Immutable.
 */
public final class Wildcards {

    private static final int ANY = -1;
    private static final int ONE = -2;

    private final int[] symbols;

    private Wildcards(List<Integer> symbols) {
        this.symbols = symbols.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Reads a pattern in which a backslash takes the meaning from the next character.
     *
     * @param pattern the pattern
     * @param any stands for any text
     * @param one stands for any character
     * @return the pattern
     */
    public static Wildcards of(String pattern, char any, char one) {
        List<Integer> symbols = new ArrayList<>();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                symbols.add((int) pattern.charAt(++i));
            } else if (c == any) {
                symbols.add(ANY);
            } else {
                symbols.add(c == one ? ONE : c);
            }
        }
        return new Wildcards(symbols);
    }

    /**
     * LIKE of SOQL, as a function of the database.
     *
     * @param text the text; null if there is none
     * @param pattern the pattern, with {@code %} and {@code _}
     * @return whether the whole text fits, whatever the case; null if there is no text
     */
    public static @Nullable Boolean like(@Nullable String text, String pattern) {
        return text == null ? null : of(pattern, '%', '_').matches(text);
    }

    /**
     * @param text a text
     * @return whether all of it fits the pattern, whatever the case
     */
    public boolean matches(String text) {
        int at = 0;
        int symbol = 0;
        int lastAny = -1;
        int resumeAt = 0;
        while (at < text.length()) {
            if (symbol < symbols.length && symbols[symbol] == ANY) {
                lastAny = symbol++;
                resumeAt = at;
            } else if (symbol < symbols.length && fits(symbols[symbol], text.charAt(at))) {
                symbol++;
                at++;
            } else if (lastAny >= 0) {
                symbol = lastAny + 1;
                at = ++resumeAt;
            } else {
                return false;
            }
        }
        while (symbol < symbols.length && symbols[symbol] == ANY) {
            symbol++;
        }
        return symbol == symbols.length;
    }

    private static boolean fits(int symbol, char c) {
        return symbol == ONE
                || symbol == c
                || Character.toUpperCase(symbol) == Character.toUpperCase(c)
                || Character.toLowerCase(symbol) == Character.toLowerCase(c);
    }
}

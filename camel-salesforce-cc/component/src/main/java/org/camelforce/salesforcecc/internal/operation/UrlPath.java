package org.camelforce.salesforcecc.internal.operation;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at paths the way that servers and gateways read them, which decode them and resolve dots. */
public final class UrlPath {

    private static final int MAX_ROUNDS = 4;
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    private UrlPath() {}

    /**
     * What is wrong with a path of any shape, to go behind the name of what chose it; null if nothing is.
     *
     * @param path as it is sent, without the leading slash
     */
    public static @Nullable String problem(String path) {
        String[] segments = path.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            if (segments[i].isEmpty() && i < segments.length - 1) {
                return "has an empty part between two slashes";
            }
            if (leadsElsewhere(segments[i]) || decoded(segments[i]).indexOf('\\') >= 0) {
                return "has . or .. between slashes, a backslash or a control character";
            }
        }
        return null;
    }

    /** Whether a segment could stand for another place in the tree, or for the end of the request's line. */
    public static boolean leadsElsewhere(String segment) {
        String before = segment;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (isOdd(before)) {
                return true;
            }
            String after = decoded(before);
            if (after.equals(before)) {
                return false;
            }
            before = after;
        }
        return true;
    }

    /** Each byte becomes a character of its own: only ASCII matters here. */
    public static String decoded(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        StringBuilder plain = new StringBuilder(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            int value = encoded.charAt(i) == '%' ? hex(encoded, i + 1) : -1;
            if (value < 0) {
                plain.append(encoded.charAt(i));
            } else {
                plain.append((char) value);
                i += 2;
            }
        }
        return plain.toString();
    }

    private static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** Bytes that begin no character, or one that is longer than it need be (RFC 3629, section 3). */
    private static boolean isNoUtf8(char first, char second) {
        return switch (first) {
            case 0xC0, 0xC1 -> true;
            case 0xE0 -> second >= 0x80 && second < 0xA0;
            case 0xF0 -> second >= 0x80 && second < 0x90;
            default -> first >= 0xF5 && first <= 0xFF;
        };
    }

    private static boolean isOdd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (c < ' ' || c == 0x7f || isNoUtf8(c, next)) {
                return true;
            }
        }
        for (String part : SEPARATOR.split(text, -1)) {
            int parameters = part.indexOf(';');
            String name = parameters < 0 ? part : part.substring(0, parameters);
            if (name.equals(".") || name.equals("..")) {
                return true;
            }
        }
        return false;
    }
}

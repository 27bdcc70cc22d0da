package org.camelforce.salesforcecc.internal.text;

import org.jspecify.annotations.Nullable;

/** Takes the text out of HTML in one pass, which looks at each character once. */
final class PageText {

    private static final String[] NOT_SHOWN = {"script", "style"};

    private final String page;
    private final int max;
    private final StringBuilder text = new StringBuilder();
    private int position;

    private PageText(String page, int max) {
        this.page = page;
        this.max = max;
    }

    /** The first characters of the text; where a tag was stands a space. */
    static String of(String page, int max) {
        PageText reading = new PageText(page, max);
        reading.read();
        return reading.text.toString();
    }

    private void read() {
        while (position < page.length() && text.length() < max) {
            char character = page.charAt(position);
            if (character == '<' && isTag()) {
                skipTag();
            } else {
                append(character);
                position++;
            }
        }
    }

    /** A less-than sign before anything else is text. */
    private boolean isTag() {
        char next = position + 1 < page.length() ? page.charAt(position + 1) : ' ';
        return next == '/' || next == '!' || next == '?' || Character.isLetter(next);
    }

    private void skipTag() {
        append(' ');
        String closing = closing();
        while (position < page.length() && page.charAt(position) != '>') {
            position++;
        }
        position++;
        if (closing != null) {
            while (position < page.length() && !page.regionMatches(true, position, closing, 0, closing.length())) {
                position++;
            }
        }
    }

    /** What ends a tag whose content is not shown, or null if it is shown. */
    private @Nullable String closing() {
        for (String name : NOT_SHOWN) {
            if (page.regionMatches(true, position + 1, name, 0, name.length())) {
                return "</" + name;
            }
        }
        return null;
    }

    /** Blanks count once, so that a page that begins with thousands of them has text, too. */
    private void append(char character) {
        boolean blank = Character.isWhitespace(character);
        if (!blank) {
            text.append(character);
        } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }
}

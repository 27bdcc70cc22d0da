package org.camelforce.salesforcecc.simulator.internal.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text in another character set, read as UTF-8. As the character set is known, the XML declaration loses the name that
 * it has for it. Belongs to one thread.
 */
public final class Utf8Stream extends InputStream {

    private static final Set<String> TEXTS = Set.of("application/json", "application/xml", "text/xml", "text/csv");
    private static final Pattern XML_ENCODING =
            Pattern.compile("^(\\uFEFF?<\\?xml[^>]*?)\\s+encoding\\s*=\\s*(?:\"[^\">]*\"|'[^'>]*')");
    private static final int AT_ONCE = 8 * 1024;

    private final Reader text;
    private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    private final Writer encoder = new OutputStreamWriter(encoded, StandardCharsets.UTF_8);
    private byte[] bytes = {};
    private int next;
    private boolean begun;

    private Utf8Stream(Reader text) {
        this.text = text;
    }

    /**
     * @param contentType a header {@code Content-Type}, null if it is absent
     * @return whether it is that of a text of an API in another character set than UTF-8
     * @throws IllegalArgumentException if the character set does not exist
     */
    public static boolean isFor(@Nullable String contentType) {
        return TEXTS.contains(MediaType.of(contentType))
                && !charset(contentType).equals(StandardCharsets.UTF_8);
    }

    /**
     * @param bytes a body or a part of one
     * @param contentType its type, null if it has none
     * @return its text in UTF-8; the same stream if it is in UTF-8, or no text of an API
     * @throws IllegalArgumentException if the character set does not exist
     */
    public static InputStream of(InputStream bytes, @Nullable String contentType) {
        return isFor(contentType) ? new Utf8Stream(new InputStreamReader(bytes, charset(contentType))) : bytes;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, target, offset, count);
        next += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** Makes sure that there is a byte, if there is one. */
    private boolean fill() throws IOException {
        while (next == bytes.length) {
            char[] characters = new char[AT_ONCE];
            int count = begun ? text.read(characters) : readFully(characters);
            if (count < 0) {
                return false;
            }
            String part = new String(characters, 0, count);
            encoder.write(begun ? part : XML_ENCODING.matcher(part).replaceFirst("$1"));
            encoder.flush();
            begun = true;
            bytes = encoded.toByteArray();
            encoded.reset();
            next = 0;
        }
        return true;
    }

    private int readFully(char[] characters) throws IOException {
        int total = 0;
        for (int count = 0; count >= 0 && total < characters.length; total += Math.max(count, 0)) {
            count = text.read(characters, total, characters.length - total);
        }
        return total == 0 ? -1 : total;
    }

    private static Charset charset(@Nullable String contentType) {
        return MediaType.charset(contentType).map(Charset::forName).orElse(StandardCharsets.UTF_8);
    }
}

package org.camelforce.salesforcecc.internal.request;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Collects the body of an answer. Not thread-safe. */
final class ContentBuffer {

    private static final int FIRST_BYTES = 1_024;

    private final int maxBytes;
    private byte[] bytes = {};
    private int count;

    /** @param maxBytes how many it takes */
    ContentBuffer(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * @param length how many bytes are announced, or a negative number if that is not known
     * @return whether there is room for them
     */
    boolean expect(long length) {
        if (length > 0 && length <= maxBytes) {
            bytes = new byte[(int) length];
        }
        return length <= maxBytes;
    }

    /**
     * @param more is read to its end
     * @return whether there was room for it
     */
    boolean add(ByteBuffer more) {
        int added = more.remaining();
        if (added > maxBytes - count) {
            return false;
        }
        if (count + added > bytes.length) {
            long doubled = Math.max(FIRST_BYTES, 2L * bytes.length);
            bytes = Arrays.copyOf(bytes, (int) Math.min(maxBytes, Math.max(count + added, doubled)));
        }
        more.get(bytes, count, added);
        count += added;
        return true;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** All that was added; nothing is added any more. */
    byte[] toBytes() {
        return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
    }
}

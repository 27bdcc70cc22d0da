package org.camelforce.salesforcecc.internal.request;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the body of an answer: in one array if its length is announced, otherwise in parts that are put together at
 * the end, because an array that grows is copied more often. Not thread-safe.
 */
final class ContentBuffer {

    private static final int MIN_BYTES = 1_024;

    private final int maxBytes;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] part = {};
    private int inPart;
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
            part = new byte[(int) length];
        }
        return length <= maxBytes;
    }

    /**
     * @param more is read to its end
     * @return whether there was room for it
     */
    boolean add(ByteBuffer more) {
        if (more.remaining() > maxBytes - count) {
            return false;
        }
        fill(more);
        if (more.hasRemaining()) {
            if (inPart > 0) {
                full.add(part);
            }
            part = new byte[Math.max(MIN_BYTES, more.remaining())];
            inPart = 0;
            fill(more);
        }
        return true;
    }

    private void fill(ByteBuffer more) {
        int added = Math.min(more.remaining(), part.length - inPart);
        more.get(part, inPart, added);
        inPart += added;
        count += added;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** All that was added; nothing is added any more. */
    byte[] toBytes() {
        if (full.isEmpty()) {
            return inPart == part.length ? part : Arrays.copyOf(part, inPart);
        }
        byte[] all = new byte[count];
        int end = 0;
        for (byte[] each : full) {
            System.arraycopy(each, 0, all, end, each.length);
            end += each.length;
        }
        System.arraycopy(part, 0, all, end, inPart);
        return all;
    }
}

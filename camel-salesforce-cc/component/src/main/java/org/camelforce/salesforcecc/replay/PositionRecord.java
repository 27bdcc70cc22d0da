package org.camelforce.salesforcecc.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What a file says: whose position, which one, and a checksum that shows whether the file is whole.
 *
 * @param key whose position
 * @param sequence grows by one with each position that is written
 * @param position the position
 */
record PositionRecord(PositionKey key, long sequence, StoredPosition position) {

    private static final String FORMAT = "camel-salesforce-cc position, format ";
    private static final String VERSION = "1";
    private static final List<String> NAMES =
            List.of("org: ", "channel: ", "subscription: ", "sequence: ", "replay id: ", "reached at: ");
    private static final String CHECKSUM = "crc32c: ";
    private static final int CHECKSUM_LINE = CHECKSUM.length() + 2 * Integer.BYTES + 1;

    String text() {
        List<String> values = List.of(
                key.orgId(),
                key.channel(),
                key.subscriptionName(),
                Long.toString(sequence),
                position.replayId().toString(),
                position.at().toString());
        StringBuilder text = new StringBuilder(FORMAT).append(VERSION).append('\n');
        for (int i = 0; i < values.size(); i++) {
            text.append(NAMES.get(i)).append(values.get(i)).append('\n');
        }
        byte[] summed = text.toString().getBytes(StandardCharsets.UTF_8);
        return text.append(checksumLine(summed, summed.length)).toString();
    }

    /**
     * @param content the file's bytes
     * @param file its name, for messages
     * @return what the file says; empty if it is not whole
     * @throws IOException if it is whole, but of a later format
     */
    static Optional<PositionRecord> read(byte[] content, Path file) throws IOException {
        int summed = content.length - CHECKSUM_LINE;
        if (summed <= 0) {
            return Optional.empty();
        }
        String checksum = new String(content, summed, CHECKSUM_LINE, StandardCharsets.UTF_8);
        if (!checksum.equals(checksumLine(content, summed))) {
            return Optional.empty();
        }
        String[] lines = new String(content, 0, summed, StandardCharsets.UTF_8).split("\n", -1);
        if (!lines[0].equals(FORMAT + VERSION)) {
            throw new IOException("Another version of this product wrote the file " + file + ": it begins with '"
                    + lines[0] + "', while this version reads '" + FORMAT + VERSION
                    + "'. Run the version that wrote it");
        }
        try {
            return Optional.of(parse(lines));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static PositionRecord parse(String[] lines) {
        int line = 1;
        PositionKey key = new PositionKey(value(lines, line++), value(lines, line++), value(lines, line++));
        long sequence = Long.parseLong(value(lines, line++));
        ReplayId replayId = ReplayId.parse(value(lines, line++));
        return new PositionRecord(key, sequence, new StoredPosition(replayId, Instant.parse(value(lines, line))));
    }

    private static String value(String[] lines, int line) {
        return lines[line].substring(NAMES.get(line - 1).length());
    }

    private static String checksumLine(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return CHECKSUM + HexFormat.of().toHexDigits((int) sum.getValue()) + "\n";
    }
}

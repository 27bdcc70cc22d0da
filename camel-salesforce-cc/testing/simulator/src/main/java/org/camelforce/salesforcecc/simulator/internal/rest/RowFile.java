package org.camelforce.salesforcecc.simulator.internal.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Rows in a file, each in a line of its own. Written once, then read by any number of threads. */
final class RowFile {

    // the smallest page that a client can ask for
    private static final int INDEX_STEP = 200;

    private final Path file;
    private final int size;
    private final List<Long> index;

    private RowFile(Path file, int size, List<Long> index) {
        this.file = file;
        this.size = size;
        this.index = List.copyOf(index);
    }

    static RowFile write(Path file, List<ObjectNode> rows) {
        List<Long> index = new ArrayList<>();
        long position = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < rows.size(); i++) {
                if (i % INDEX_STEP == 0) {
                    index.add(position);
                }
                byte[] row = Json.write(rows.get(i));
                out.write(row);
                out.write('\n');
                position += row.length + 1L;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RowFile(file, rows.size(), index);
    }

    int size() {
        return size;
    }

    /** The rows from one index up to another, which does not belong to them. */
    List<ObjectNode> read(int from, int until) {
        if (from >= until) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(file)) {
            channel.position(index.get(from / INDEX_STEP));
            BufferedReader reader = new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), UTF_8));
            try (Stream<String> lines = reader.lines()) {
                return lines.skip(from % INDEX_STEP)
                        .limit((long) until - from)
                        .map(line -> Json.parseObject(new ByteArrayInputStream(line.getBytes(UTF_8))))
                        .toList();
            }
        } catch (NoSuchFileException e) {
            throw discarded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is answered once the rows are not kept any more. */
    static ApiException discarded() {
        return new ApiException(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

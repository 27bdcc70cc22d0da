package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/**
 * What a query found, in a file that is written once and read from any row on. Written by one thread, then read by
 * several.
 */
final class ResultFile implements ResultSink {

    private static final int INDEX_STEP = 1_000;

    private final Path file;
    private final CsvDialect dialect;
    private final Positions positions;
    private final OutputStreamWriter writer;
    private final CSVPrinter printer;
    private final List<Long> index = new ArrayList<>();
    private long rows;

    ResultFile(Path file, CsvDialect dialect) throws IOException {
        this.file = file;
        this.dialect = dialect;
        this.positions = new Positions(new BufferedOutputStream(Files.newOutputStream(file)));
        this.writer = new OutputStreamWriter(positions, StandardCharsets.UTF_8);
        this.printer = new CSVPrinter(writer, dialect.writing());
    }

    @Override
    public void columns(List<String> names) throws IOException {
        printer.printRecord(names);
    }

    @Override
    public void row(List<String> values) throws IOException {
        if (rows % INDEX_STEP == 0) {
            writer.flush();
            index.add(positions.count);
        }
        printer.printRecord(values);
        rows++;
    }

    long rows() {
        return rows;
    }

    /** Copies the header and some rows. */
    void copy(OutputStream out, long first, long count) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            new CsvRecords(Channels.newInputStream(channel), dialect).copy(out, 1);
            if (count > 0) {
                channel.position(index.get((int) (first / INDEX_STEP)));
                CsvRecords records = new CsvRecords(Channels.newInputStream(channel), dialect);
                records.skip(first % INDEX_STEP);
                records.copy(out, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }

    private static final class Positions extends OutputStream {

        private final OutputStream out;
        private long count;

        Positions(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int octet) throws IOException {
            out.write(octet);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}

package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** The rows of a CSV file, read one by one. */
final class CsvRows implements RowSource {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private final List<FieldColumn> columns = new ArrayList<>();

    /**
     * Opens a file and reads its first row.
     *
     * @throws JobFailedException if it is no CSV, or a column is no field
     */
    CsvRows(Path file, CsvDialect dialect, SObjectDefinition object) throws IOException {
        this.parser = CSVParser.parse(reader(file), dialect.reading());
        this.records = parser.iterator();
        try {
            this.header = hasNext() ? List.of(records.next().values()) : List.of();
            for (String name : header) {
                columns.add(FieldColumn.find(object, name)
                        .orElseThrow(() -> new JobFailedException(
                                BulkError.INVALID_BATCH.message("Field name not found : " + name))));
            }
        } catch (RuntimeException e) {
            parser.close();
            throw e;
        }
    }

    List<String> header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new JobFailedException(BulkError.CLIENT_INPUT_ERROR.message("The CSV cannot be read: "
                    + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage())));
        }
    }

    @Override
    public InputRow next() {
        List<String> values = List.of(records.next().values());
        if (values.size() != header.size()) {
            throw new JobFailedException(BulkError.CLIENT_INPUT_ERROR.message("Row " + (parser.getRecordNumber() - 1)
                    + " has " + values.size() + " values, and the header has " + header.size()));
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        try {
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).put(fields, values.get(i), i);
            }
        } catch (ApiException e) {
            return new InputRow(values, fields, e);
        }
        return new InputRow(values, fields, null);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static BufferedReader reader(Path file) throws IOException {
        // this reader replaces what is no UTF-8, while that of Files fails
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}

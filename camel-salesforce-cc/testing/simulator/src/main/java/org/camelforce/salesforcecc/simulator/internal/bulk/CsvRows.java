package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
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

    // Bulk API 2.0 and Bulk API Developer Guide, "Bulk API and Bulk API 2.0 Limits and Allocations"
    private static final int MAX_FIELDS = 5_000;
    private static final int MAX_CHARACTERS = 400_000;

    // A character has at most three bytes, and so have the quotes and the delimiter of a field.
    private static final int MAX_BYTES = 3 * (MAX_CHARACTERS + MAX_FIELDS + 1);

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private final List<FieldColumn> columns = new ArrayList<>();

    /**
     * Opens a file and reads its first row.
     *
     * @throws JobFailedException if it is no CSV, a row is too large for the memory, or a column is no field
     */
    CsvRows(Path file, CsvDialect dialect, SObjectDefinition object) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (new CsvRecords(in, dialect).hasRowOver(MAX_BYTES)) {
                throw tooLarge(MAX_CHARACTERS, "characters");
            }
        }
        this.parser = CSVParser.parse(reader(file), dialect.reading());
        this.records = parser.iterator();
        try {
            this.header = hasNext() ? values() : List.of();
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
        List<String> values = values();
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

    private List<String> values() {
        List<String> values = List.of(records.next().values());
        if (values.size() > MAX_FIELDS) {
            throw tooLarge(MAX_FIELDS, "fields");
        }
        if (values.stream().mapToInt(String::length).sum() > MAX_CHARACTERS) {
            throw tooLarge(MAX_CHARACTERS, "characters");
        }
        return values;
    }

    private static JobFailedException tooLarge(int max, String what) {
        return new JobFailedException(
                BulkError.CLIENT_INPUT_ERROR.message("A record is limited to " + max + " " + what));
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

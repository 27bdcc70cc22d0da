package org.camelforce.salesforcecc.simulator.internal.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The bytes of all blob fields by their digest, so that equal ones are kept once: small ones in a table, large ones in
 * temporary files, so that they need no memory.
 */
final class BlobStore implements AutoCloseable {

    private static final int LONGEST_IN_TABLE = 64 * 1024;

    private final TemporaryFiles files = new TemporaryFiles("salesforce-simulator-blobs");

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE \"$Blob\" (\"sha256\" VARCHAR(64) PRIMARY KEY, \"content\" BLOB)");
        }
    }

    /** Stores the blobs of a row that are not stored yet. */
    void store(Connection connection, Row row) throws SQLException {
        for (String field : row.fields()) {
            if (row.get(field) instanceof Blob blob) {
                byte[] content = blob.content();
                if (content != null && content.length > LONGEST_IN_TABLE) {
                    write(blob, content);
                } else if (content != null) {
                    insert(connection, blob, content);
                }
            }
        }
    }

    byte[] read(Connection connection, Blob blob) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT \"content\" FROM \"$Blob\" WHERE \"sha256\" = ?")) {
            statement.setString(1, blob.sha256());
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? found.getBytes(1) : Files.readAllBytes(files.file(blob.sha256()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the files. */
    @Override
    public void close() {
        files.close();
    }

    private static void insert(Connection connection, Blob blob, byte[] content) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("MERGE INTO \"$Blob\" (\"sha256\", \"content\") VALUES (?, ?)")) {
            statement.setString(1, blob.sha256());
            statement.setBytes(2, content);
            statement.executeUpdate();
        }
    }

    private void write(Blob blob, byte[] content) {
        Path file = files.file(blob.sha256());
        try {
            if (!Files.exists(file)) {
                Files.write(file, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.camelforce.salesforcecc.simulator.internal.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The bytes of all blob fields by their digest, so that equal ones are kept once. */
final class BlobTable {

    private BlobTable() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE \"$Blob\" (\"sha256\" VARCHAR(64) PRIMARY KEY, \"content\" BLOB)");
        }
    }

    /** Stores the blobs of a row that are not stored yet. */
    static void store(Connection connection, Row row) throws SQLException {
        for (String field : row.fields()) {
            if (row.get(field) instanceof Blob blob && blob.content() != null) {
                try (PreparedStatement statement =
                        connection.prepareStatement("MERGE INTO \"$Blob\" (\"sha256\", \"content\") VALUES (?, ?)")) {
                    statement.setString(1, blob.sha256());
                    statement.setBytes(2, blob.content());
                    statement.executeUpdate();
                }
            }
        }
    }

    static byte[] read(Connection connection, Blob blob) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT \"content\" FROM \"$Blob\" WHERE \"sha256\" = ?")) {
            statement.setString(1, blob.sha256());
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? found.getBytes(1) : new byte[0];
            }
        }
    }
}

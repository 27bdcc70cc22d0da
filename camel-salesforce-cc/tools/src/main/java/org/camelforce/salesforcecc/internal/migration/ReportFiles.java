package org.camelforce.salesforcecc.internal.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what is certain into the files of a project. */
public final class ReportFiles {

    private ReportFiles() {}

    /**
     * Changes the files.
     *
     * @param report what a scan of the project found
     * @param folder the root of the project
     * @return the names of the changed files
     * @throws IOException if a file cannot be written, or has changed since the scan; those before it in the report are
     *     changed by then
     */
    public static List<String> write(MigrationReport report, Path folder) throws IOException {
        List<String> written = new ArrayList<>();
        for (FileChange change : report.changes()) {
            Path file = folder.resolve(change.file());
            if (!Files.readString(file, change.charset()).equals(change.before())) {
                throw new IOException(change.file() + " has changed since it was read");
            }
            Files.writeString(file, change.after(), change.charset());
            written.add(change.file());
        }
        return written;
    }
}

package org.camelforce.salesforcecc.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts the lines of a Java file that are neither blank nor a comment nor an import. */
final class CodeLines {

    private CodeLines() {}

    static int of(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int of(String source) {
        int code = 0;
        boolean comment = false;
        for (String line : source.lines().map(String::strip).toList()) {
            comment |= line.startsWith("/*");
            if (!comment && !line.isEmpty() && !line.startsWith("//") && !line.startsWith("import ")) {
                code++;
            }
            comment &= !line.contains("*/");
        }
        return code;
    }
}

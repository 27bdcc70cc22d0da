package org.camelforce.salesforcecc.simulator.setup;

import java.nio.file.Path;

/**
 * A schema or seed file that cannot be used. The message is one sentence that names the file, the place and the cause.
 */
public final class SetupFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SetupFileException(Path file, String what) {
        super(file + ": " + oneLine(what));
    }

    SetupFileException(Path file, String what, Throwable cause) {
        super(file + ": " + oneLine(what), cause);
    }

    SetupFileException(Path file, int line, String what) {
        this(file, "line " + line + ": " + what);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}

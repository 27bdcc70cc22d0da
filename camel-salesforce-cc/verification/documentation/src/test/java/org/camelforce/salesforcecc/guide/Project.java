package org.camelforce.salesforcecc.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The repository that the tests are part of. */
final class Project {

    static final Path ROOT = Path.of("../../..").toAbsolutePath().normalize();

    private Project() {}

    static String page(String name) {
        try {
            return Files.readString(ROOT.resolve("src/docs").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.camelforce.salesforcecc.simulator.setup;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The example files of the documentation, and files made up by tests. */
public final class TestFiles {

    private TestFiles() {}

    public static Path schema() {
        return resource("schema.json");
    }

    public static Path seed() {
        return resource("seed.json");
    }

    public static Path setup() {
        return resource("setup.json");
    }

    static Path write(Path folder, String... lines) throws IOException {
        return Files.writeString(folder.resolve("test.json"), String.join("\n", lines));
    }

    private static Path resource(String name) {
        URL url = Objects.requireNonNull(TestFiles.class.getResource(name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}

package org.camelforce.salesforcecc.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A file with one entry in each line.
 *
 * @param lines without comments
 */
record WordList(List<String> lines) {

    static WordList of(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(WordList.class.getResourceAsStream(resource), resource)) {
            return new WordList(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        }
    }

    /** {@return what is before the first bar} */
    List<String> keys() {
        return lines.stream().map(line -> line.split(" \\| ", 2)[0]).toList();
    }
}

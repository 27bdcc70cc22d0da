package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Camel's generator rewrites {@code src/generated} in every build; a copy made before it shows what is committed. */
class GeneratedSourcesTest {

    @Test
    void generateWhenOptionsAreUnchangedThenWhatIsCommittedIsWhatIsGenerated() throws IOException {
        Map<String, byte[]> committed = files("camel.generated.committed");
        Map<String, byte[]> generated = files("camel.generated");

        TreeSet<String> different = new TreeSet<>(committed.keySet());
        different.addAll(generated.keySet());
        different.removeIf(
                file -> committed.containsKey(file) && Arrays.equals(committed.get(file), generated.get(file)));

        assertThat(generated).isNotEmpty();
        assertThat(different)
                .as("files that this build has generated again; commit them below component/src/generated")
                .isEmpty();
    }

    private static Map<String, byte[]> files(String property) throws IOException {
        Path root = Path.of(System.getProperty(property, "system property " + property + ", which the build sets"));
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> files.put(root.relativize(path).toString(), content(path)));
        }
        return files;
    }

    private static byte[] content(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.camelforce.salesforcecc.simulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an org answered to each example, one file for each. */
final class Recordings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    Recordings(Path folder) {
        this.folder = folder;
    }

    /** The recordings in the repository. */
    static Recordings committed() {
        return new Recordings(Examples.CONTRACT.resolve("recorded"));
    }

    Optional<JsonNode> of(Example example) {
        Path file = file(example);
        try {
            return Files.exists(file) ? Optional.of(JSON.readTree(file.toFile())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes what an org answered.
     *
     * @throws IllegalStateException if it holds what belongs to this org only
     */
    void write(Example example, JsonNode reduced, Replacements replacements) {
        String text = reduced.toPrettyString() + "\n";
        List<String> left = new ArrayList<>();
        texts(reduced, left);
        left.removeIf(value -> !replacements.leavesSomethingIn(value));
        if (!left.isEmpty()) {
            throw new IllegalStateException("the recording of " + example + " would hold values of this org");
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(file(example), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All texts and names of a document. */
    static void texts(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.fieldNames().forEachRemaining(texts::add);
        node.forEach(inner -> texts(inner, texts));
    }

    private Path file(Example example) {
        return folder.resolve(example.name() + ".json");
    }
}

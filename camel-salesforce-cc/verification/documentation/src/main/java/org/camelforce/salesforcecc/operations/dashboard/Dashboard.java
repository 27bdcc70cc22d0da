package org.camelforce.salesforcecc.operations.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The dashboard as its file has it.
 *
 * @param title its title
 * @param panels rows included, in the file's order
 */
public record Dashboard(String title, List<Panel> panels) {

    /** Where it is in the repository. */
    public static final String FILE = "src/operations/grafana/salesforce-cc.json";

    public Dashboard {
        panels = List.copyOf(panels);
    }

    /**
     * @param repository the repository's root
     * @return what the file has
     * @throws IOException if it cannot be read or is no JSON
     */
    public static Dashboard in(Path repository) throws IOException {
        JsonNode root = new ObjectMapper().readTree(repository.resolve(FILE).toFile());
        List<Panel> panels = new ArrayList<>();
        root.path("panels").forEach(panel -> panels.add(Panel.of(panel)));
        return new Dashboard(root.path("title").asText(), panels);
    }
}

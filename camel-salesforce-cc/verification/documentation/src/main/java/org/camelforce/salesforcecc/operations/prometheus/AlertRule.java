package org.camelforce.salesforcecc.operations.prometheus;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * An alert rule as the file has it.
 *
 * @param name the alert's name
 * @param expression PromQL
 * @param labels its labels
 * @param annotations its annotations
 */
public record AlertRule(String name, String expression, Map<?, ?> labels, Map<?, ?> annotations) {

    /** Where they are in the repository. */
    public static final String FILE = "src/operations/prometheus/salesforce-cc-alerts.yml";

    public AlertRule {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    /**
     * @param repository the repository's root
     * @return the rules in the file's order
     * @throws IOException if it cannot be read
     */
    public static List<AlertRule> in(Path repository) throws IOException {
        try (Reader in = Files.newBufferedReader(repository.resolve(FILE))) {
            Map<?, ?> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            List<AlertRule> rules = new ArrayList<>();
            for (Object group : (List<?>) member(file, "groups")) {
                for (Object rule : (List<?>) member((Map<?, ?>) group, "rules")) {
                    rules.add(of((Map<?, ?>) rule));
                }
            }
            return rules;
        }
    }

    private static AlertRule of(Map<?, ?> rule) {
        return new AlertRule(
                member(rule, "alert").toString(),
                member(rule, "expr").toString(),
                (Map<?, ?>) member(rule, "labels"),
                (Map<?, ?>) member(rule, "annotations"));
    }

    private static Object member(Map<?, ?> map, String name) {
        Object value = map.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No " + name + " in " + map.keySet());
        }
        return value;
    }
}

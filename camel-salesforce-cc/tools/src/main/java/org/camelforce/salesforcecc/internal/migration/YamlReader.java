package org.camelforce.salesforcecc.internal.migration;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads YAML: configuration, routes, beans, integrations, pipes and Kamelets, config maps and secrets with files in
 * them, values of Helm charts, deployments and compose files.
 */
final class YamlReader implements SourceReader {

    private final Readers readers;
    private final MigrationTarget target;

    YamlReader(Readers readers, MigrationTarget target) {
        this.readers = readers;
        this.target = target;
    }

    @Override
    public boolean reads(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml");
    }

    @Override
    public void read(Source source, Places places) throws UnreadableFileException {
        List<Node> roots = new ArrayList<>();
        try {
            new Yaml(new LoaderOptions())
                    .composeAll(new StringReader(source.text()))
                    .forEach(roots::add);
        } catch (YAMLException e) {
            throw new UnreadableFileException("not YAML", e);
        }
        for (Node root : roots) {
            new YamlWalk(source, places, readers, target).document(root);
        }
        CommentedProperties.read(source, places, "#");
    }
}

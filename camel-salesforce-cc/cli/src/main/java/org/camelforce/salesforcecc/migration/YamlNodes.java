package org.camelforce.salesforcecc.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.migration.Places.Range;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where the nodes of a YAML text stand in it. */
final class YamlNodes {

    private YamlNodes() {}

    static int start(Source source, Node node) {
        return offset(source, node.getStartMark());
    }

    static int end(Source source, Node node) {
        return offset(source, node.getEndMark());
    }

    private static int offset(Source source, Mark mark) {
        return Math.min(
                source.offset(mark.getLine() + 1, mark.getColumn() + 1),
                source.text().length());
    }

    static int firstLine(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** The line in which the last character of a node stands. */
    static int lastLine(Source source, Node node) {
        if (node instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.BLOCK) {
            List<NodeTuple> tuples = mapping.getValue();
            return tuples.isEmpty()
                    ? firstLine(node)
                    : lastLine(source, tuples.get(tuples.size() - 1).getValueNode());
        }
        if (node instanceof SequenceNode sequence && sequence.getFlowStyle() == FlowStyle.BLOCK) {
            List<Node> items = sequence.getValue();
            return items.isEmpty() ? firstLine(node) : lastLine(source, items.get(items.size() - 1));
        }
        int line = node.getEndMark().getLine() + 1;
        boolean before = node.getEndMark().getColumn() == 0 && line > firstLine(node) || line > source.lines();
        int last = before ? line - 1 : line;
        while (last > firstLine(node) && source.line(last).isBlank()) {
            last--;
        }
        return last;
    }

    static boolean isBlock(ScalarNode scalar) {
        return scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
    }

    /** Where the text of a scalar stands: without quotes, and without the indicator of a block. */
    static Range content(Source source, ScalarNode scalar) {
        int start = start(source, scalar);
        int end = end(source, scalar);
        if (isBlock(scalar)) {
            int line = firstLine(scalar);
            return new Range(Math.min(source.startOfNext(line), end), end);
        }
        boolean quoted = scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
        return quoted && end - start > 1 ? new Range(start + 1, end - 1) : new Range(start, end);
    }

    /** A value as it has to be written in place of a scalar's text. */
    static String written(ScalarNode scalar, String value) {
        return scalar.getScalarStyle() == ScalarStyle.PLAIN && value.startsWith("{") ? "\"" + value + "\"" : value;
    }

    static @Nullable String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    static Map<String, Node> members(@Nullable Node node) {
        Map<String, Node> members = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    members.put(key.getValue(), tuple.getValueNode());
                }
            });
        }
        return members;
    }
}

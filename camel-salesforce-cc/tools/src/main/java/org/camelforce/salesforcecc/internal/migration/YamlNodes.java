package org.camelforce.salesforcecc.internal.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
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
        return source.offsetOfCodePoint(mark.getIndex());
    }

    static int firstLine(Source source, Node node) {
        return source.lineOf(start(source, node));
    }

    /** Whether the value of an entry stands elsewhere, and the entry only refers to it. */
    static boolean isAlias(NodeTuple tuple) {
        return tuple.getValueNode().getStartMark().getIndex()
                < tuple.getKeyNode().getEndMark().getIndex();
    }

    /** Whether an alias elsewhere may refer to an entry or to something in it. */
    static boolean isAnchored(NodeTuple tuple) {
        return isAnchored(tuple.getKeyNode()) || !isAlias(tuple) && isAnchored(tuple.getValueNode());
    }

    private static boolean isAnchored(Node node) {
        boolean inside = node instanceof MappingNode mapping
                        && mapping.getValue().stream().anyMatch(YamlNodes::isAnchored)
                || node instanceof SequenceNode sequence
                        && sequence.getValue().stream().anyMatch(YamlNodes::isAnchored);
        return node.getAnchor() != null || inside;
    }

    /** The line in which the last character of an entry stands. */
    static int lastLine(Source source, NodeTuple tuple) {
        return isAlias(tuple) ? firstLine(source, tuple.getKeyNode()) : lastLine(source, tuple.getValueNode());
    }

    /** The line in which the last character of a node stands. */
    static int lastLine(Source source, Node node) {
        if (node instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.BLOCK) {
            List<NodeTuple> tuples = mapping.getValue();
            return tuples.isEmpty() ? firstLine(source, node) : lastLine(source, tuples.get(tuples.size() - 1));
        }
        if (node instanceof SequenceNode sequence && sequence.getFlowStyle() == FlowStyle.BLOCK) {
            List<Node> items = sequence.getValue();
            return items.isEmpty() ? firstLine(source, node) : lastLine(source, items.get(items.size() - 1));
        }
        int line = source.lineOf(end(source, node));
        int first = firstLine(source, node);
        int last = line > first && end(source, node) == source.startOf(line) ? line - 1 : line;
        while (last > first && source.line(last).isBlank()) {
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
            int line = firstLine(source, scalar);
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

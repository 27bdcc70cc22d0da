package org.camelforce.salesforcecc.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A Markdown text as it is rendered: CommonMark with the tables of GitHub.
 *
 * @param lines its lines
 * @param document the root of the tree
 */
public record Markdown(List<String> lines, Node document) {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** {@return the tree of a text} */
    public static Markdown of(String text) {
        return new Markdown(text.lines().toList(), PARSER.parse(text));
    }

    /** All nodes, in the order of the text. */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        collect(document, nodes::add);
        return nodes;
    }

    /** The number of the line in which a node begins, from 1; 0 if it has none. */
    public static int line(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.get(0).getLineIndex() + 1;
    }

    /** What a node shows, code included; its lines are separated by spaces. */
    public static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak part) {
                text.append(' ');
            }

            @Override
            public void visit(HardLineBreak part) {
                text.append(' ');
            }
        });
        return text.toString();
    }

    private static void collect(Node node, Consumer<Node> nodes) {
        nodes.accept(node);
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            collect(child, nodes);
        }
    }
}
